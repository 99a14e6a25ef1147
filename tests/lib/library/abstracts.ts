/** Beginnings of abstracts of real papers, by what they are about: what is near by chance, only real words show. */
export const abstracts = [
  {
    topic: 'translation',
    title: 'Attention Is All You Need',
    abstract:
      'The dominant sequence transduction models are based on complex recurrent or convolutional neural networks in an encoder-decoder configuration. The best performing models also connect the encoder and decoder through an attention mechanism. We propose a new simple network architecture, the Transformer, based solely on attention mechanisms, dispensing with recurrence and convolutions entirely. Experiments on two machine translation tasks show these models to be superior in quality while being more parallelizable and requiring significantly less time to train.',
  },
  {
    topic: 'translation',
    title: 'Neural Machine Translation by Jointly Learning to Align and Translate',
    abstract:
      'Neural machine translation is a recently proposed approach to machine translation. Unlike the traditional statistical machine translation, the neural machine translation aims at building a single neural network that can be jointly tuned to maximize the translation performance. The models proposed recently for neural machine translation often belong to a family of encoder-decoders and consists of an encoder that encodes a source sentence into a fixed-length vector from which a decoder generates a translation.',
  },
  {
    topic: 'proteins',
    title: 'Highly accurate protein structure prediction with AlphaFold',
    abstract:
      'Proteins are essential to life, and understanding their structure can facilitate a mechanistic understanding of their function. Predicting the three-dimensional structure that a protein will adopt based solely on its amino acid sequence has been an important open research problem for more than 50 years. Here we provide the first computational method that can regularly predict protein structures with atomic accuracy even in cases in which no similar structure is known.',
  },
  {
    topic: 'proteins',
    title: 'Evolutionary-scale prediction of atomic-level protein structure with a language model',
    abstract:
      'Recent advances in machine learning have leveraged evolutionary information in multiple sequence alignments to predict protein structure. We demonstrate direct inference of full atomic-level protein structure from primary sequence using a large language model. As language models of protein sequences are scaled up to 15 billion parameters, an atomic-resolution picture of protein structure emerges in the learned representations.',
  },
  {
    topic: 'graphs',
    title: 'Semi-Supervised Classification with Graph Convolutional Networks',
    abstract:
      'We present a scalable approach for semi-supervised learning on graph-structured data that is based on an efficient variant of convolutional neural networks which operate directly on graphs. We motivate the choice of our convolutional architecture via a localized first-order approximation of spectral graph convolutions. Our model scales linearly in the number of graph edges and learns hidden layer representations that encode both local graph structure and features of nodes.',
  },
  {
    topic: 'graphs',
    title: 'Graph Attention Networks',
    abstract:
      'We present graph attention networks (GATs), novel neural network architectures that operate on graph-structured data, leveraging masked self-attentional layers to address the shortcomings of prior methods based on graph convolutions or their approximations. By stacking layers in which nodes are able to attend over their neighborhoods features, we enable specifying different weights to different nodes in a neighborhood.',
  },
  {
    topic: 'rl',
    title: 'Proximal Policy Optimization Algorithms',
    abstract:
      'We propose a new family of policy gradient methods for reinforcement learning, which alternate between sampling data through interaction with the environment, and optimizing a surrogate objective function using stochastic gradient ascent. Whereas standard policy gradient methods perform one gradient update per data sample, we propose a novel objective function that enables multiple epochs of minibatch updates.',
  },
  {
    topic: 'knots',
    title: 'Khovanov homology detects the trefoils',
    abstract:
      'We prove that Khovanov homology detects the trefoils. Our proof incorporates an array of ideas in Floer homology and contact geometry. It uses open books; the contact invariants we defined in the instanton Floer setting; a bypass exact triangle in sutured instanton homology, proven here; and Kronheimer and Mrowka’s spectral sequence relating Khovanov homology with singular instanton knot homology.',
  },
  {
    topic: 'knots',
    title: 'Khovanov homology is an unknot-detector',
    abstract:
      'We prove that a knot is the unknot if and only if its reduced Khovanov cohomology has rank 1. The proof has two steps. We show first that there is a spectral sequence beginning with the reduced Khovanov cohomology and abutting to a knot homology defined using singular instantons. We then show that the latter homology is isomorphic to the instanton Floer homology of the sutured knot complement: an invariant that is already known to detect the unknot.',
  },
  {
    topic: 'vision',
    title: 'An Image is Worth 16x16 Words: Transformers for Image Recognition at Scale',
    abstract:
      'While the Transformer architecture has become the de-facto standard for natural language processing tasks, its applications to computer vision remain limited. In vision, attention is either applied in conjunction with convolutional networks, or used to replace certain components of convolutional networks while keeping their overall structure in place. We show that this reliance on CNNs is not necessary and a pure transformer applied directly to sequences of image patches can perform very well on image classification tasks.',
  },
  {
    topic: 'vision',
    title: 'Swin Transformer: Hierarchical Vision Transformer using Shifted Windows',
    abstract:
      'This paper presents a new vision Transformer, called Swin Transformer, that capably serves as a general-purpose backbone for computer vision. Challenges in adapting Transformer from language to vision arise from differences between the two domains, such as large variations in the scale of visual entities and the high resolution of pixels in images compared to words in text. To address these differences, we propose a hierarchical Transformer whose representation is computed with shifted windows.',
  },
  {
    topic: 'pain',
    title: 'Exercise therapy for chronic low back pain',
    abstract:
      'Low back pain has been the leading cause of disability globally for at least the past three decades and results in enormous direct healthcare and lost productivity costs. The primary objective of this systematic review is to assess the impact of exercise treatment on pain and functional limitations in adults with chronic non-specific low back pain compared to no treatment, usual care, placebo and other conservative treatments.',
  },
  {
    topic: 'pain',
    title: 'Yoga treatment for chronic non-specific low back pain',
    abstract:
      'Non-specific low back pain is common, potentially disabling, and usually treated with self-care and non-prescription medication. For chronic low back pain, current guidelines recommend exercise therapy. Yoga is a mind-body exercise sometimes used for non-specific low back pain. We evaluate the benefits and harms of yoga for treating chronic non-specific low back pain in adults compared to sham yoga, no specific treatment, a minimal intervention.',
  },
];

import { useEffect, useState } from 'react';
import { type LoggedRequest, loggedRequests, onRequestLog } from '../lib/request-log';
import { services } from '../lib/services/client';
import { t } from '../lib/text';
import { OutcomeLine, useOutcome } from './Outcome';

/** Requests that are shown at first, and how many more each time. */
const pageSize = 50;

/** Every request that was made: when, to whom, what for, and what was sent. */
export function RequestLog() {
  const [requests, setRequests] = useState<LoggedRequest[]>();
  const [limit, setLimit] = useState(pageSize);
  const told = useOutcome();
  useEffect(() => {
    const controller = new AbortController();
    const look = () => loggedRequests().then((now) => !controller.signal.aborted && setRequests(now));
    onRequestLog(look, controller.signal);
    look();
    return () => controller.abort();
  }, []);

  return (
    <div className="request-log">
      <h3>{t('requests.log')}</h3>
      {requests?.length === 0 && <p>{t('requests.none')}</p>}
      {requests !== undefined && requests.length > 0 && (
        <>
          <p className="hint">{t('requests.logAbout')}</p>
          <table aria-label={t('requests.log')}>
            <thead>
              <tr>
                {(['when', 'to', 'purpose.title', 'what', 'answer'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`requests.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {requests.slice(0, limit).map((request) => (
                <RequestRow key={request.id} request={request} />
              ))}
            </tbody>
          </table>
          {requests.length > limit && (
            <button type="button" onClick={() => setLimit(limit + pageSize)}>
              {t('requests.moreOf')}
            </button>
          )}
          <button
            type="button"
            onClick={() => told.attempt(() => services.clearRequests(), { text: t('requests.cleared') })}
          >
            {t('requests.clear')}
          </button>
        </>
      )}
      <OutcomeLine {...told} />
    </div>
  );
}

function RequestRow({ request }: { request: LoggedRequest }) {
  const { at, to, purpose, method, url, sent, sentLength, answer } = request;
  return (
    <tr>
      <td>
        <time dateTime={new Date(at).toISOString()}>
          {new Date(at).toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'medium' })}
        </time>
      </td>
      <td>{t(`services.name.${to}`)}</td>
      <td>{t(`requests.purpose.${purpose}`)}</td>
      <td className="sent">
        <code>
          {method} {url}
        </code>
        {sent !== undefined && <pre>{sent}</pre>}
        {sentLength !== undefined && sent !== undefined && (
          <p className="hint">{t('requests.cut', [(sentLength - sent.length).toLocaleString()])}</p>
        )}
      </td>
      <td>{answer === undefined ? t('requests.notKnown') : answer === 0 ? t('requests.noAnswer') : answer}</td>
    </tr>
  );
}

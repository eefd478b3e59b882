// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/FetchRecording.h"

#include "actions/CachedName.h"
#include "domain/WhenFinished.h"

#include <QtConcurrentRun>

namespace Holdfast {

namespace {

FetchRecording::Opened shared(Result<std::unique_ptr<QIODevice>> file)
{
    if (!file)
        return fail(file.error());
    return std::shared_ptr<QIODevice>(std::move(*file));
}

} // namespace

FetchRecording::FetchRecording(Session &session, ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_api(api)
{
}

FetchRecording::~FetchRecording()
{
    cancel();
}

QFuture<FetchRecording::Opened> FetchRecording::open(const LocalRecording &recording)
{
    cancel();
    m_promise = std::make_unique<QPromise<Opened>>();
    m_promise->start();
    const QFuture<Opened> future = m_promise->future();
    SealedCache &cache = *m_session.cache;
    const QString name = cachedName(cache, recording);
    Opened cached = name.isEmpty()
                        ? fail(FailureKind::NotFound, tr("This recording is not kept on this computer any more."))
                        : shared(cache.get(name));
    if (cached || !recording.remote)
        answer(std::move(cached));
    else
        download(*recording.remote);
    return future;
}

void FetchRecording::download(const Recording &remote)
{
    const QString name = nameInCache(remote.id);
    auto writer = m_session.cache->write(name);
    if (!writer) {
        answer(fail(writer.error()));
        return;
    }
    m_writer = std::move(*writer);
    m_transfer = m_api.download(remote.id, *m_writer);
    connect(m_transfer.get(), &Transfer::progress, this, &FetchRecording::fetching);
    connect(m_transfer.get(), &Transfer::failed, this, [this](Failure failure) {
        if (failure.kind == FailureKind::Unreachable) // nothing of this one waits here to be sent
            failure.message = tr("The recording could not be fetched, because the server can't be reached. It is safe "
                                 "there; try again when the server is back.");
        answer(fail(failure));
    });
    connect(m_transfer.get(), &Transfer::downloaded, this,
            [this, name, sha256 = remote.sha256] { keep(name, sha256); });
}

void FetchRecording::keep(const QString &name, const QByteArray &sha256)
{
    const auto kept = QtConcurrent::run(
        [cache = m_session.cache, writer = std::exchange(m_writer, nullptr), name, sha256]() -> Opened {
            if (const auto committed = writer->commit(sha256); !committed)
                return fail(committed.error());
            return shared(cache->get(name));
        });
    // Another open() may come first; its promise must not be kept with this file.
    whenFinished(kept, this, [this, mine = m_promise.get()](const Opened &opened) {
        if (m_promise.get() == mine)
            answer(opened);
    });
}

void FetchRecording::answer(Opened opened)
{
    if (Transfer *transfer = m_transfer.release()) {
        transfer->disconnect(this);
        transfer->cancel();
        transfer->deleteLater(); // it may be the sender of the signal that is being handled
    }
    m_writer.reset();
    if (const auto promise = std::move(m_promise)) {
        promise->addResult(std::move(opened));
        promise->finish();
    }
}

void FetchRecording::cancel()
{
    if (m_promise)
        answer(fail(FailureKind::Cancelled, tr("Stopped. The recording is safe on the server.")));
}

} // namespace Holdfast

// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/CallAnalyser.h"

#include "api/Log.h"
#include "api/RecordingFile.h"
#include "domain/Failure.h"
#include "records/CallAnalyses.h"

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace Holdfast {

namespace {

// Of the jobs in the pool.
constexpr int forSomebodyWhoWaits = 1;
constexpr int inTheBackground = 0;

/// Where so many fail, it is no longer about this recording or that one.
constexpr qsizetype mostPostponed = 1000;

QString kindOf(CallAnalyser::Level level)
{
    switch (level) {
    case CallAnalyser::Level::Overview:
        return QStringLiteral("peaks");
    case CallAnalyser::Level::Fine:
        return QStringLiteral("peaks-fine");
    }
    Q_UNREACHABLE();
}

QByteArray bytesOf(const Peaks &finest, CallAnalyser::Level level)
{
    return toBytes(level == CallAnalyser::Level::Fine ? finest : coarser(finest, overviewPeaksPerChannel));
}

/// Decoding takes a whole core; playback and uploads go first. Qt's priorities do nothing on Linux but at the lowest,
/// which would get nothing at all on a busy machine.
void giveWay()
{
#ifdef Q_OS_LINUX
    constexpr int courtesy = 10;
    if (setpriority(PRIO_PROCESS, 0, courtesy) != 0) // of this thread alone
        qCWarning(logApi) << "the analysis of calls runs at the priority of everything else";
#endif
}

} // namespace

CallAnalyser::CallAnalyser(DataFolder &data, const RecordingLookup &recordings, Clock clock, bool analyses)
    : m_data(data)
    , m_recordings(recordings)
    , m_clock(std::move(clock))
    , m_analyses(analyses)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
    m_pool.setExpiryTimeout(-1); // so that its one thread gives way once
    m_pool.start(giveWay);
}

CallAnalyser::~CallAnalyser()
{
    stop();
}

void CallAnalyser::stop()
{
    m_stopping = true;
    m_pool.waitForDone();
}

void CallAnalyser::look()
{
    if (m_analyses && !m_stopping && !m_looks.exchange(true))
        m_pool.start([this] { next(); }, inTheBackground);
}

void CallAnalyser::askPeaks(const Recording &recording, Level level, Answer answer)
{
    m_pool.start([this, recording, level, answer = std::move(answer)] { answer(peaksOf(recording, level)); },
                 forSomebodyWhoWaits);
}

void CallAnalyser::next()
{
    m_looks = false; // before the question: what comes after it is looked for again
    if (m_stopping)
        return;
    const Result<std::optional<RecordingId>> id = newestPending();
    if (!id)
        qCWarning(logApi).noquote() << "calls wait to be analysed:" << id.error().message << id.error().detail;
    if (!id || !*id)
        return;
    const Result<Recording> recording = m_recordings.stored(**id, RecordingLookup::Retention::Without);
    const Result<SecretKey> key = recording ? keyOf(m_data, *recording) : fail(recording.error());
    if (!key)
        couldNot(**id, key.error());
    else if (const Result<Peaks> peaks = listenTo(*recording, *key); !peaks)
        couldNot(**id, peaks.error());
    look();
}

Result<std::optional<RecordingId>> CallAnalyser::newestPending()
{
    if (m_postponed.size() >= mostPostponed)
        return std::nullopt;
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    const auto ids = CallAnalyses(**database).pending(static_cast<int>(m_postponed.size()) + 1);
    if (!ids)
        return fail(ids.error());
    for (const RecordingId id : *ids)
        if (!m_postponed.contains(id))
            return id;
    return std::nullopt;
}

Result<QByteArray> CallAnalyser::peaksOf(const Recording &recording, Level level)
{
    const Result<SecretKey> key = keyOf(m_data, recording);
    if (!key)
        return fail(key.error());
    Result<QByteArray> kept = m_data.vault().readBeside(recording.filePath, kindOf(level), *key);
    if (kept && peaksFromBytes(*kept))
        return kept;
    // None yet, or of an older form, or damaged: they can be made anew.
    const Result<Peaks> peaks = listenTo(recording, *key);
    if (peaks)
        return bytesOf(*peaks, level);
    if (peaks.error().kind == FailureKind::Cancelled)
        return fail(FailureKind::Unreachable, QStringLiteral("The server is stopping. Ask again in a moment."));
    couldNot(recording.id, peaks.error());
    return fail(peaks.error());
}

Result<Peaks> CallAnalyser::listenTo(const Recording &recording, const SecretKey &key)
{
    const Result<AnalysedCall> call = decode(recording, key);
    if (!call)
        return fail(call.error());
    keepPeaks(recording, key, call->peaks);
    keepAnalysis(recording.id, call->analysis);
    return call->peaks;
}

Result<AnalysedCall> CallAnalyser::decode(const Recording &recording, const SecretKey &key)
{
    if (m_stopping)
        return fail(FailureKind::Cancelled, QStringLiteral("The server is stopping."));
    Result<std::unique_ptr<QIODevice>> file = m_data.vault().open(recording.filePath, key, recording.id);
    return file ? analyseCall(std::move(*file), &m_stopping) : fail(file.error());
}

/// Not kept is no reason not to answer: they are made again the next time.
void CallAnalyser::keepPeaks(const Recording &recording, const SecretKey &key, const Peaks &peaks)
{
    Vault &vault = m_data.vault();
    Done done;
    for (const Level level : {Level::Fine, Level::Overview})
        if (done)
            done = vault.writeBeside(recording.filePath, kindOf(level), key, bytesOf(peaks, level));
    // The recording may have been deleted meanwhile, and what was beside it.
    if (!vault.has(recording.filePath))
        done = vault.remove(recording.filePath);
    if (!done)
        qCWarning(logApi).noquote() << "peaks could not be kept:" << done.error().message << done.error().detail;
}

void CallAnalyser::keepAnalysis(RecordingId id, const CallAnalysis &analysis)
{
    if (!m_analyses)
        return;
    const Done kept = m_data.writes()
                          .submit<void>([id, analysis, clock = m_clock](Database &database) {
                              return CallAnalyses(database).keep(id, analysis, clock());
                          })
                          .result();
    if (!kept)
        couldNot(id, kept.error());
}

/// Nothing of it is tried for ever.
void CallAnalyser::couldNot(RecordingId id, const Failure &failure)
{
    if (!m_analyses || failure.kind == FailureKind::Cancelled)
        return;
    qCWarning(logApi).noquote() << "recording" << id.value << "could not be analysed:" << failureWord(failure.kind)
                                << failure.message << failure.detail;
    const bool isFinal = !mayRetry(failure.kind);
    const Done done = isFinal
                          ? m_data.writes()
                                .submit<void>([id](Database &database) { return CallAnalyses(database).giveUp(id); })
                                .result()
                          : Done();
    if (!isFinal || !done)
        m_postponed.insert(id);
}

} // namespace Holdfast

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/RecordingStream.h"

#include "sync/RangeFetch.h"

#include <algorithm>

namespace Holdfast {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr qint64 perRequest = 64; // chunks: 1 MiB
// Enough to begin with: FFmpeg looks at 128 KiB of a WAV. Where the end is needed too, it must not queue behind that.
constexpr qint64 beginning = 8;       // chunks
constexpr qint64 beginningAlone = 10; // chunks, of what keeps nothing at its end
constexpr qint64 ahead = 32;          // chunks: what lies so near before the reader is asked for now
constexpr qint64 soon = 4;            // chunks: what comes so soon by itself is not asked for anew
constexpr qint64 tail = 5;            // chunks: MP4 keeps its tables there, MP3 its tags, Ogg its length (64 KiB of it)
constexpr size_t sideBySide = 2;
constexpr milliseconds firstRest{200};
constexpr milliseconds longestRest{3000};
constexpr seconds longestSilence{30}; // where the server was there before
constexpr seconds firstSilence{4};    // where it never was

} // namespace

RecordingStream::RecordingStream(Wire &wire, const QString &path, const QByteArray &etag,
                                 std::shared_ptr<ArrivingRecording> recording, MediaFormat format)
    : m_wire(wire)
    , m_path(path)
    , m_etag(etag)
    , m_recording(std::move(recording))
    , m_needsEnd(format != MediaFormat::Wav && format != MediaFormat::Aac && format != MediaFormat::Amr)
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, [this] { want(m_wanted); });
    m_recording->revive();
    m_recording->setWanted([this](qint64 chunk) {
        QMetaObject::invokeMethod(
            this, [this, chunk] { want(chunk); }, Qt::QueuedConnection);
    });
    m_sinceLastByte.start();
    want(0);
    if (const qint64 last = m_recording->chunkCount() - 1;
        m_needsEnd && !isComing(last, perRequest) && !m_recording->has(last))
        fetch(m_recording->firstMissing(std::max<qint64>(0, last - tail + 1), last), last);
}

RecordingStream::~RecordingStream()
{
    m_recording->setWanted(nullptr);
    m_recording->giveUp({FailureKind::Cancelled, tr("Stopped. The recording is safe on the server."), {}, {}});
}

bool RecordingStream::isComing(qint64 chunk, qint64 within) const
{
    return std::any_of(m_fetches.begin(), m_fetches.end(), [&](const auto &fetch) {
        return fetch->next() <= chunk && chunk <= fetch->last() && chunk - fetch->next() <= within;
    });
}

/// The first gap from the reader on gets a request, where it is near.
void RecordingStream::want(qint64 chunk)
{
    m_wanted = chunk;
    if (m_rest.isActive())
        return;
    // No farther than it matters: what is here from an earlier time is decrypted to be told from what is not.
    const qint64 end = std::min(m_recording->chunkCount(), chunk + ahead + 1);
    const qint64 gap = m_recording->firstMissing(chunk, end);
    if (gap == end) {
        if (end == m_recording->chunkCount())
            tellIfWhole();
        return;
    }
    const bool isBehindReader = gap == chunk;
    if (isComing(gap, isBehindReader ? soon : perRequest))
        return;
    if (isBehindReader)
        dropOthers(); // somebody waits for this one, and the others would share its line
    if (m_fetches.size() >= sideBySide)
        return;
    qint64 last = gap;
    const qint64 most = m_hasAnswered ? perRequest : m_needsEnd ? beginning : beginningAlone;
    while (last + 1 < m_recording->chunkCount() && last - gap + 1 < most && !m_recording->has(last + 1) &&
           !isComing(last + 1, perRequest))
        ++last;
    fetch(gap, last);
}

void RecordingStream::tellIfWhole()
{
    if (!m_fetches.empty() || m_isWhole || !m_recording->isWhole())
        return;
    m_isWhole = true;
    Q_EMIT whole();
}

void RecordingStream::fetch(qint64 first, qint64 last)
{
    auto fetch = std::make_unique<RangeFetch>(m_wire, m_path, m_etag, m_recording, first, last);
    connect(fetch.get(), &RangeFetch::arrived, this, [this] {
        m_cuts = 0;
        m_hasAnswered = true;
        m_sinceLastByte.restart();
    });
    connect(fetch.get(), &RangeFetch::done, this, [this, done = fetch.get()] {
        ended(done);
        want(m_wanted);
        tellIfWhole();
    });
    connect(fetch.get(), &RangeFetch::failed, this, [this, ended_ = fetch.get()](const Failure &failure) {
        ended(ended_);
        if (failure.kind == FailureKind::Unreachable)
            cut(failure);
        else
            giveUp(failure);
    });
    m_fetches.push_back(std::move(fetch));
}

/// All but the one for the end of the file, which is short and is always needed.
void RecordingStream::dropOthers()
{
    const qint64 end = m_recording->chunkCount() - 1;
    std::erase_if(m_fetches, [&](const auto &fetch) { return fetch->last() != end || end - fetch->next() > tail; });
}

void RecordingStream::ended(RangeFetch *fetch)
{
    const auto found =
        std::find_if(m_fetches.begin(), m_fetches.end(), [&](const auto &one) { return one.get() == fetch; });
    if (found == m_fetches.end())
        return;
    found->release()->deleteLater(); // it is the sender of the signal that is being handled
    m_fetches.erase(found);
}

void RecordingStream::cut(const Failure &failure)
{
    if (m_sinceLastByte.elapsed() > milliseconds(m_hasAnswered ? longestSilence : firstSilence).count())
        return giveUp(failure);
    m_rest.start(std::min(longestRest, firstRest * (1 << std::min(m_cuts, 4))));
    ++m_cuts;
}

void RecordingStream::giveUp(const Failure &failure)
{
    Failure told = failure;
    if (failure.kind == FailureKind::Unreachable)
        told.message = tr("The server can't be reached, so the rest of the recording could not be fetched. It is safe "
                          "there, and what you have heard is kept here. Press play to try again.");
    m_fetches.clear();
    m_rest.stop();
    m_recording->giveUp(told);
    Q_EMIT failed(told);
}

} // namespace Holdfast

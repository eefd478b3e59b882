// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/RecordingLookup.h"
#include "domain/Clock.h"
#include "media/CallAnalysis.h"

#include <QSet>
#include <QThreadPool>

#include <atomic>
#include <functional>

namespace Holdfast {

/// Listens to what was uploaded: decodes each recording once, for the peaks that its waveform is drawn from, which are
/// kept sealed beside the file, and for its analysis, which goes into its row. One thread, which gives way to those
/// that answer: whoever asks for a waveform comes first in it, then the newest recording that nobody has listened to.
/// What can't be decoded is given up; where the disk or the database did not answer, the next start tries again.
class CallAnalyser
{
public:
    enum class Level { Overview, Fine };
    using Answer = std::function<void(const Result<QByteArray> &peaks)>;

    /// `analyses` false: only waveforms are made, and only when they are asked for.
    CallAnalyser(DataFolder &data, const RecordingLookup &recordings, Clock clock, bool analyses);
    ~CallAnalyser();

    /// Looks for recordings that nobody has listened to: at a start, and when there is a new one. Any thread.
    void look();

    /// The peaks in the form that they are sent in. Answers in the analyser's thread. Any thread.
    void askPeaks(const Recording &recording, Level level, Answer answer);

    /// Returns when nothing is under way any more. What is asked for later is answered with what is kept.
    void stop();

private:
    void next();
    Result<std::optional<RecordingId>> newestPending();
    Result<QByteArray> peaksOf(const Recording &recording, Level level);
    Result<Peaks> listenTo(const Recording &recording, const SecretKey &key);
    Result<AnalysedCall> decode(const Recording &recording, const SecretKey &key);
    void keepPeaks(const Recording &recording, const SecretKey &key, const Peaks &peaks);
    void keepAnalysis(RecordingId id, const CallAnalysis &analysis);
    void couldNot(RecordingId id, const Failure &failure);

    DataFolder &m_data;
    const RecordingLookup &m_recordings;
    Clock m_clock;
    const bool m_analyses;
    std::atomic_bool m_stopping = false;
    std::atomic_bool m_looks = false; ///< next() is to run
    QSet<RecordingId> m_postponed;    ///< until the next start; the analyser's thread
    QThreadPool m_pool;
};

} // namespace Holdfast

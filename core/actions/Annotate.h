// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Session.h"
#include "local/LocalAnnotations.h"

#include <functional>

namespace Holdfast {

/// Writes on recordings: annotations, notes and dispositions. Everything is on this computer's disk when a call
/// returns, and the server is told when it can be (RemarksPush). UI thread.
class Annotate : public QObject
{
    Q_OBJECT
public:
    Annotate(Session &session, ApiClient &api, Clock clock, QObject *parent = nullptr);

    /// What the server keeps now is asked for, to come by changed().
    void refresh(const LocalRecording &recording);
    Result<QList<LocalAnnotation>> annotations(const LocalRecording &recording) const;

    /// A new one of this person; without a text nobody else sees it.
    Result<QUuid> add(const LocalRecording &recording, std::chrono::milliseconds start,
                      std::optional<std::chrono::milliseconds> end, std::optional<int> channel);
    Done setText(QUuid annotation, const QString &text);           ///< cut to maxAnnotationLength
    Done setChannel(QUuid annotation, std::optional<int> channel); ///< none: both sides
    Done remove(QUuid annotation);
    bool mayChange(const LocalAnnotation &annotation) const; ///< one's own; the server decides

    /// What the server has heard of it, as far as it has told.
    std::optional<CallAnalysis> analysis(const LocalRecording &recording) const;
    AgentChannel agentChannel(const LocalRecording &recording) const; ///< as somebody may have mended it by now

    struct Written
    {
        QString text;
        std::optional<QString> theirs; ///< what somebody else wrote meanwhile: decide()
        bool isWaiting = false;        ///< written here, the server does not have it yet
        QString problem;
        bool isUnfinished = false; ///< it was being typed: write() sends it
    };
    Result<Written> written(const LocalRecording &recording, RecordingField field) const;
    /// `over` is what stood there when this was begun: where the server has something else by now, that is theirs.
    Done write(const LocalRecording &recording, RecordingField field, const QString &text, const QString &over);
    /// What is being typed, to be kept if the program ends: sent once it is written.
    Done keepUnfinished(const LocalRecording &recording, RecordingField field, const QString &text,
                        const QString &over);
    Done decide(const LocalRecording &recording, RecordingField field, const QString &text); ///< over theirs
    Result<QStringList> knownDispositions() const;

    /// How many annotations, notes and dispositions the server does not have yet; also those that a person must decide
    /// about.
    Result<qint64> unsent() const;

    /// What of it does not go before a person does something about it, always in the same order.
    Result<QList<DraftOf>> needingPerson() const;
    Result<std::optional<LocalRecording>> recordingWith(const QString &recordingKey) const; ///< none: it is not here

Q_SIGNALS:
    void annotationsChanged(const QString &recordingKey);
    void writtenChanged(const QString &recordingKey); ///< notes or disposition, or what the server says of it

private:
    Done change(QUuid annotation, const std::function<void(Annotation &)> &edit);
    std::optional<Recording> remoteNow(const LocalRecording &recording) const;
    QString kept(const LocalRecording &recording, RecordingField field) const;
    Done checkLength(const DraftOf &of, const QString &text);

    Session &m_session;
    ApiClient &m_api;
    Clock m_clock;
};

} // namespace Holdfast

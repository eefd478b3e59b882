// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local/LocalRecording.h"

#include <QFrame>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace Holdfast {

/// Why a recording was not sent, in words, with what can be done about it. Hidden where there is no such recording.
class ProblemStrip : public QFrame
{
    Q_OBJECT
public:
    explicit ProblemStrip(QWidget *parent = nullptr);

    void show(const std::optional<LocalRecording> &recording);

Q_SIGNALS:
    void retryRequested(const Holdfast::LocalRecording &recording);
    void cancelRequested(const Holdfast::LocalRecording &recording);

private:
    std::optional<LocalRecording> m_recording;
    QLabel *m_sentence;
};

} // namespace Holdfast

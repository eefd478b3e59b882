// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "domain/Result.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace Holdfast {

/// A text at a time, or a span of time, of a recording (contract.md, annotation).
struct Annotation
{
    AnnotationId id;
    RecordingId recordingId;
    std::chrono::milliseconds start{0};
    std::optional<std::chrono::milliseconds> end; ///< none: a point in time
    std::optional<int> channel;                   ///< 0 is the left one, the agent's; none: all
    QString text;
    UserId authorId;
    QString authorName;
    QDateTime createdAt;
    QDateTime updatedAt;
    qint64 revision = 1; ///< grows with each change on the server

    friend bool operator==(const Annotation &, const Annotation &) = default;
};

inline constexpr int maxAnnotationLength = 2000; ///< UTF-16 units

/// What is kept of a text that somebody wrote or pasted: one line, cut to the longest between two characters. Pure.
QString annotationText(const QString &written);

/// Malformed, naming the field, where it can't be kept: no text, an end before its start, a time after the recording's
/// end (`duration`, where it is known) or a channel that it does not have (`channels`, 0 where that is not known).
/// Pure.
Done checkAnnotation(const Annotation &annotation, std::optional<std::chrono::milliseconds> duration, int channels);

} // namespace Holdfast

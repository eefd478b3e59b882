// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Annotation.h"

namespace Holdfast {

namespace {

tl::unexpected<Failure> malformed(const QString &sentence)
{
    return fail(FailureKind::Malformed, sentence + QStringLiteral(" Nothing was changed."));
}

} // namespace

QString annotationText(const QString &written)
{
    QString text = written.simplified();
    if (text.size() <= maxAnnotationLength)
        return text;
    const bool insideOne = text.at(maxAnnotationLength - 1).isHighSurrogate();
    return text.first(maxAnnotationLength - (insideOne ? 1 : 0));
}

Done checkAnnotation(const Annotation &annotation, std::optional<std::chrono::milliseconds> duration, int channels)
{
    if (annotation.text.trimmed().isEmpty() || annotation.text.size() > maxAnnotationLength)
        return malformed(QStringLiteral("The field text must have 1 to %1 characters.").arg(maxAnnotationLength));
    if (annotation.start.count() < 0)
        return malformed(QStringLiteral("The field startMs must not be negative."));
    if (annotation.end && *annotation.end <= annotation.start)
        return malformed(QStringLiteral("The field endMs must be after startMs."));
    if (duration && annotation.end.value_or(annotation.start) > *duration)
        return malformed(QStringLiteral("The recording ends at %1 ms, before this annotation.").arg(duration->count()));
    if (annotation.channel && (*annotation.channel < 0 || (channels > 0 && *annotation.channel >= channels)))
        return malformed(QStringLiteral("The field channel must be one of the recording's, counted from 0."));
    return {};
}

} // namespace Holdfast

// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/RecordingWords.h"

#include "domain/ShownText.h"
#include "look/Text.h"

#include <QStringList>

namespace Holdfast {

QString recordingLine(const Recording &recording)
{
    QStringList parts{exactTimeText(recording.callDate), shownOnOneLine(recording.leadName)};
    if (!recording.originalName.isEmpty())
        parts.append(ltr(recording.originalName));
    return parts.join(QStringLiteral(" · "));
}

QString recordingTitle(const Recording &recording)
{
    return QStringList{shownOnOneLine(recording.leadName), dateTimeText(recording.callDate),
                       shownOnOneLine(recording.agentName)}
        .join(QStringLiteral(", "));
}

} // namespace Holdfast

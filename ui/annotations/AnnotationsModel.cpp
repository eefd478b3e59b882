// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotations/AnnotationsModel.h"

#include "domain/Recording.h"
#include "domain/ShownText.h"
#include "look/SideWords.h"
#include "look/Text.h"

#include <algorithm>

namespace Holdfast {

void AnnotationsModel::show(const QList<LocalAnnotation> &annotations, AgentChannel agent)
{
    m_agent = agent;
    const auto sameRows =
        std::ranges::equal(m_annotations, annotations, {}, &LocalAnnotation::localId, &LocalAnnotation::localId);
    if (sameRows) {
        m_annotations = annotations;
        if (!annotations.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_annotations = annotations;
    endResetModel();
}

QModelIndex AnnotationsModel::indexOf(QUuid localId) const
{
    const auto found = std::ranges::find(m_annotations, localId, &LocalAnnotation::localId);
    return found == m_annotations.end() ? QModelIndex() : index(static_cast<int>(found - m_annotations.begin()));
}

int AnnotationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_annotations.size());
}

QString AnnotationsModel::beneath(const LocalAnnotation &local) const
{
    QStringList parts{shownOnOneLine(local.annotation.authorName)};
    if (local.annotation.channel)
        parts.append(sideInSentence(*local.annotation.channel, m_agent));
    if (!local.problem.isEmpty())
        parts.append(local.problem);
    else if (local.pending != LocalAnnotation::Pending::Nothing && !local.annotation.text.isEmpty()) // else unwritten
        parts.append(tr("kept here, not sent yet"));
    return parts.join(QStringLiteral(" · "));
}

QVariant AnnotationsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const LocalAnnotation &local = m_annotations.at(index.row());
    const Annotation &annotation = local.annotation;
    const QString time = annotation.end
                             ? durationText(annotation.start) + QStringLiteral(" – ") + durationText(annotation.end)
                             : durationText(annotation.start);
    switch (role) {
    case Qt::DisplayRole:
        return annotation.text.isEmpty() ? tr("(no text yet)") : shownOnOneLine(annotation.text);
    case Qt::ToolTipRole:
        return toolTipText(annotation.text + QLatin1Char('\n') + beneath(local));
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3", "time, text, who").arg(time, shownOnOneLine(annotation.text), beneath(local));
    case AnnotationTime:
        return ltr(time);
    case AnnotationBeneath:
        return beneath(local);
    case AnnotationAuthor:
        return annotation.authorId.value;
    case AnnotationIsTroubled:
        return !local.problem.isEmpty();
    default:
        return {};
    }
}

} // namespace Holdfast

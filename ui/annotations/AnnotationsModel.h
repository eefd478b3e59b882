// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AgentChannel.h"
#include "local/LocalAnnotations.h"

#include <QAbstractListModel>

namespace Holdfast {

enum AnnotationRole {
    AnnotationTime = Qt::UserRole, ///< "0:34" or "0:34 – 0:41"
    AnnotationBeneath,             ///< who, whose side, and what is not yet told to the server
    AnnotationAuthor,              ///< qint64
    AnnotationIsTroubled,
};

/// The annotations of one recording, by time.
class AnnotationsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// Keeps what is chosen where it is still there.
    void show(const QList<LocalAnnotation> &annotations, AgentChannel agent);
    const QList<LocalAnnotation> &annotations() const { return m_annotations; }
    QModelIndex indexOf(QUuid localId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString beneath(const LocalAnnotation &annotation) const;

    QList<LocalAnnotation> m_annotations;
    AgentChannel m_agent = AgentChannel::Unknown;
};

} // namespace Holdfast

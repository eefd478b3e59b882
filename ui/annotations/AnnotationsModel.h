// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local/LocalAnnotations.h"

#include <QAbstractListModel>

namespace Holdfast {

enum AnnotationRole {
    AnnotationTime = Qt::UserRole, ///< "0:34" or "0:34 – 0:41"
    AnnotationBeneath,             ///< who, which channel, and what is not yet told to the server
    AnnotationAuthor,              ///< qint64
    AnnotationIsTroubled,
};

/// The annotations of one recording, by time.
class AnnotationsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void show(const QList<LocalAnnotation> &annotations); ///< keeps what is chosen where it is still there
    const QList<LocalAnnotation> &annotations() const { return m_annotations; }
    QModelIndex indexOf(QUuid localId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    static QString beneath(const LocalAnnotation &annotation);

    QList<LocalAnnotation> m_annotations;
};

} // namespace Holdfast

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/KeptFilter.h"
#include "domain/Result.h"

#include <QCoreApplication>
#include <QList>

namespace Holdfast {

/// The filters that one person keeps on this computer, for one server: they name what that server calls by numbers.
class KeptFilters
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::KeptFilters)
public:
    static constexpr qsizetype mostFilters = 100;
    static constexpr int longestName = 60; ///< UTF-16 units

    /// From the folder of what goes when the person's data is removed from this computer. `person` names who it is, and
    /// on which server, as a word without slashes. None where none was kept.
    static KeptFilters load(const QString &folder, const QString &person);
    Done save() const; ///< where they were loaded from, for this person's eyes alone

    const QList<KeptFilter> &all() const { return m_all; } ///< by their names
    const KeptFilter *named(const QString &name) const;    ///< null where none is called so
    /// In the place of the one of that name. Malformed without a name, Conflict where there are too many; then all
    /// stays as it was.
    Done put(KeptFilter filter);
    /// Malformed without a name, Conflict where another one is called so.
    Done rename(const QString &name, const QString &to);
    void remove(const QString &name);

private:
    void order();

    QList<KeptFilter> m_all;
    QString m_file; ///< empty: they are not kept
    QString m_person;
};

} // namespace Holdfast

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local/KeptFilters.h"

#include <QPushButton>

namespace Holdfast {

class ReviewFilters;

/// The filters that somebody keeps under names: choosing one, keeping what is filtered now, renaming and removing the
/// chosen one. Says on itself which one is chosen, as long as the fields stand as it has them. UI thread; the fields
/// outlive it.
class KeptFiltersButton : public QPushButton
{
    Q_OBJECT
public:
    explicit KeptFiltersButton(ReviewFilters &fields, QWidget *parent = nullptr);

    void setKept(const KeptFilters &kept);
    const KeptFilters &kept() const { return m_kept; }

Q_SIGNALS:
    void problem(const QString &sentence); ///< they could not be written

private:
    void fillMenu();
    void choose(const QString &name);
    void keep(const QString &name);
    void rename(const QString &to);
    void remove();
    void askName(const QString &renamed);
    void afterChange(const Done &done, const QString &chosen);
    void showChosen();

    ReviewFilters &m_fields;
    KeptFilters m_kept;
    QString m_chosen; ///< its name; empty where none is, or where the fields ask for something else
};

} // namespace Holdfast

// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/KeptFiltersButton.h"

#include "look/Icons.h"
#include "review/FilterNameSheet.h"
#include "review/ReviewFilters.h"

#include <QMenu>

namespace Holdfast {

namespace {

constexpr int widestName = 180;

/// As it is written where "&" stands before a key.
QString plain(QString name)
{
    return name.replace(u'&', QStringLiteral("&&"));
}

} // namespace

KeptFiltersButton::KeptFiltersButton(ReviewFilters &fields, QWidget *parent)
    : QPushButton(Holdfast::icon(Icon::Search), {}, parent)
    , m_fields(fields)
{
    setToolTip(tr("Filters that are kept under names"));
    setAccessibleName(tr("Kept filters"));
    auto *menu = new QMenu(this);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &KeptFiltersButton::fillMenu);
    connect(&fields, &ReviewFilters::changed, this, &KeptFiltersButton::showChosen);
    showChosen();
}

void KeptFiltersButton::setKept(const KeptFilters &kept)
{
    m_kept = kept;
    showChosen();
}

void KeptFiltersButton::fillMenu()
{
    QMenu &list = *menu();
    list.clear();
    for (const KeptFilter &filter : m_kept.all()) {
        QAction *action = list.addAction(plain(filter.name));
        action->setCheckable(true);
        action->setChecked(filter.name == m_chosen);
        connect(action, &QAction::triggered, this, [this, name = filter.name] { choose(name); });
    }
    if (m_kept.all().isEmpty())
        list.addAction(tr("None is kept yet"))->setEnabled(false);
    list.addSeparator();
    const Result<KeptFilter> now = m_fields.filter();
    QAction *keepNow = list.addAction(tr("Keep what is filtered now…"));
    keepNow->setEnabled(now && !now->asksTheSameAs({}));
    connect(keepNow, &QAction::triggered, this, [this] { askName({}); });
    if (m_chosen.isEmpty())
        return;
    QAction *rename = list.addAction(tr("Rename “%1”…").arg(plain(m_chosen)));
    connect(rename, &QAction::triggered, this, [this] { askName(m_chosen); });
    QAction *removal = list.addAction(tr("Remove “%1”").arg(plain(m_chosen)));
    connect(removal, &QAction::triggered, this, &KeptFiltersButton::remove);
}

void KeptFiltersButton::choose(const QString &name)
{
    if (const KeptFilter *filter = m_kept.named(name)) {
        m_chosen = name;
        m_fields.setFilter(*filter);
    }
}

void KeptFiltersButton::askName(const QString &renamed)
{
    auto *sheet = new FilterNameSheet(m_kept, renamed, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &FilterNameSheet::named, this,
            renamed.isEmpty() ? &KeptFiltersButton::keep : &KeptFiltersButton::rename);
    sheet->open();
}

void KeptFiltersButton::keep(const QString &name)
{
    Result<KeptFilter> filter = m_fields.filter();
    if (!filter) {
        Q_EMIT problem(filter.error().message);
        return;
    }
    filter->name = name;
    afterChange(m_kept.put(*filter), name);
}

void KeptFiltersButton::rename(const QString &to)
{
    afterChange(m_kept.rename(m_chosen, to), to);
}

void KeptFiltersButton::remove()
{
    m_kept.remove(m_chosen);
    afterChange({}, {});
}

void KeptFiltersButton::afterChange(const Done &done, const QString &chosen)
{
    if (done)
        m_chosen = chosen;
    showChosen();
    const Done kept = done ? m_kept.save() : done;
    if (!kept)
        Q_EMIT problem(kept.error().message);
}

void KeptFiltersButton::showChosen()
{
    const KeptFilter *filter = m_kept.named(m_chosen);
    const Result<KeptFilter> now = m_fields.filter();
    if (!filter || !now || !now->asksTheSameAs(*filter))
        m_chosen.clear();
    setText(m_chosen.isEmpty() ? tr("Kept filters")
                               : plain(fontMetrics().elidedText(m_chosen, Qt::ElideRight, widestName)));
}

} // namespace Holdfast

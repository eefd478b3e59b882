// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/SourcesCard.h"

#include "look/Spacing.h"
#include "look/Text.h"
#include "settings/SourceDialog.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int rowsShown = 4;

} // namespace

SourcesCard::SourcesCard(const Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_sources(session.sources)
    , m_list(new QListWidget(this))
    , m_empty(new QLabel(tr("No folder is watched yet."), this))
    , m_change(new QPushButton(tr("Change…"), this))
    , m_remove(new QPushButton(tr("Remove"), this))
{
    auto *why = new QLabel(tr("Where a softphone or a telephone system saves its recordings. Each comes into the inbox "
                              "beside the leads once it is complete, and waits there to be filed."),
                           this);
    why->setProperty("muted", true);
    why->setWordWrap(true);
    m_empty->setProperty("muted", true);
    m_list->setAccessibleName(tr("Watched folders"));
    m_list->ensurePolished();
    m_list->setFixedHeight(rowsShown * (m_list->fontMetrics().lineSpacing() + Space::small));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *add = new QPushButton(tr("Add a folder…"), this);
    m_remove->setToolTip(tr("It is no longer watched. Its files stay where they are."));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::small);
    buttons->addWidget(add);
    buttons->addWidget(m_change);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::small);
    column->addWidget(why);
    column->addWidget(m_list);
    column->addWidget(m_empty);
    column->addLayout(buttons);
    connect(add, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_change, &QPushButton::clicked, this, [this] { edit(chosen()); });
    connect(m_list, &QListWidget::itemActivated, this, [this] { edit(chosen()); });
    connect(m_remove, &QPushButton::clicked, this, &SourcesCard::remove);
    showSources();
}

QString SourcesCard::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void SourcesCard::showSources()
{
    const int row = m_list->currentRow();
    m_list->clear();
    for (const RecordingSource &source : m_sources.all()) {
        const QString folder = ltr(QDir::toNativeSeparators(source.folder));
        auto *item = new QListWidgetItem(tr("%1: %2", "name and folder").arg(source.name, folder), m_list);
        item->setData(Qt::UserRole, source.name);
        item->setToolTip(folder);
    }
    m_list->setCurrentRow(std::clamp(row, 0, std::max(0, m_list->count() - 1)));
    const bool isEmpty = m_sources.all().isEmpty();
    m_list->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_change->setVisible(!isEmpty);
    m_remove->setVisible(!isEmpty);
}

void SourcesCard::edit(const QString &name)
{
    auto *dialog = new SourceDialog(*m_session.store, m_session.filing, m_sources, name, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SourceDialog::sourcesChanged, this, [this](const RecordingSources &sources) {
        m_sources = sources;
        showSources();
        Q_EMIT sourcesChanged(m_sources);
    });
    dialog->open();
}

void SourcesCard::remove()
{
    m_sources.remove(chosen());
    showSources();
    Q_EMIT sourcesChanged(m_sources);
}

} // namespace Holdfast

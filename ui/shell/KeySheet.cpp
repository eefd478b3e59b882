// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/KeySheet.h"

#include "look/Spacing.h"
#include "look/Text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

namespace {

QString textOf(const KeyHelp &help)
{
    QStringList texts;
    if (!help.name.isEmpty())
        texts.append(help.name);
    for (const QKeySequence &key : help.keys)
        texts.append(key.toString(QKeySequence::NativeText));
    return texts.join(QStringLiteral("  "));
}

QWidget *groupOf(const QString &title, const QList<KeyHelp> &keys)
{
    auto *group = new QWidget;
    auto *grid = new QGridLayout(group);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::large);
    grid->setVerticalSpacing(Space::hair);
    auto *head = new QLabel(title);
    head->setFont(subtitleFont());
    grid->addWidget(head, 0, 0, 1, 2);
    int row = 1;
    for (const KeyHelp &key : keys) {
        if (key.group != title)
            continue;
        auto *name = new QLabel(ltr(textOf(key)));
        name->setFont(tabularFont());
        name->setProperty("muted", true);
        auto *words = new QLabel(key.words);
        words->setAccessibleName(textOf(key) + QStringLiteral(": ") + key.words);
        grid->addWidget(name, row, 0, Qt::AlignLeading | Qt::AlignTop);
        grid->addWidget(words, row, 1);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(row, 1);
    return group;
}

} // namespace

KeySheet::KeySheet(const QList<KeyHelp> &keys, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    QStringList groups;
    for (const KeyHelp &key : keys)
        if (!groups.contains(key.group))
            groups.append(key.group);
    // The longest group has a column of its own, the others share one.
    const auto rows = [&keys](const QString &group) {
        return std::count_if(keys.begin(), keys.end(), [&](const KeyHelp &key) { return key.group == group; });
    };
    const QString longest = *std::max_element(groups.begin(), groups.end(),
                                              [&](const QString &a, const QString &b) { return rows(a) < rows(b); });
    auto *others = new QVBoxLayout;
    others->setSpacing(Space::wide);
    for (const QString &group : groups)
        if (group != longest)
            others->addWidget(groupOf(group, keys));
    others->addStretch();
    auto *columns = new QHBoxLayout;
    columns->setSpacing(Space::wide * 2);
    columns->addWidget(groupOf(longest, keys));
    columns->addLayout(others);
    auto *close = new QPushButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::wide, Space::wide, Space::large);
    column->setSpacing(Space::wide);
    column->addLayout(columns);
    column->addWidget(close, 0, Qt::AlignTrailing);
}

} // namespace Holdfast

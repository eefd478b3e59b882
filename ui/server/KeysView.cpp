// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/KeysView.h"

#include "lists/RowsTable.h"
#include "look/Card.h"
#include "look/PageFocus.h"
#include "look/Spacing.h"
#include "server/ConfirmSheet.h"
#include "server/KeyWords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

using Wrapping = KeyOverview::Wrapping;
using Rows = PagedRows<Wrapping>;
constexpr int wholeProgress = 1000;

bool canBeRetired(const Wrapping &key)
{
    return !key.isCurrent && !key.retiredAt && key.wrapped() == 0;
}

} // namespace

KeysView::KeysView(KeyCalls calls, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_calls(calls)
    , m_rows(
          columns(), [](const Wrapping &key) { return static_cast<qint64>(qHash(key.id) >> 1); },
          [this](const Wrapping *) { return fetch(); }, clock)
    , m_table(new RowsTable(m_rows, tr("Keys of the recordings")))
    , m_words(makeMutedLabel())
    , m_rotationWords(makeMutedLabel())
    , m_progress(new QProgressBar)
    , m_rotate(new QPushButton(tr("New key…")))
    , m_retire(new QPushButton(tr("Retire…")))
    , m_tokens(buildOther(tr("Key of the sign-ins"), tr("New key for the sign-ins…")))
    , m_checkpoints(buildOther(tr("Key of the audit log"), tr("New key for the audit log…")))
{
    m_table->setEmptySentence(tr("There is no key yet: the first one is made with the first recording."));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, wholeProgress);
    m_progress->setAccessibleName(tr("How far the new key has taken over"));
    m_progress->hide();
    auto *title = new QLabel(tr("Keys of the recordings"));
    title->setFont(subtitleFont());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::small);
    column->addWidget(title);
    column->addWidget(m_table, 1);
    column->addWidget(buildFoot());
    column->addWidget(m_progress);
    column->addWidget(m_rotationWords);
    column->addWidget(m_tokens.part);
    column->addWidget(m_checkpoints.part);
    m_checkpoints.part->hide();
    giveFocusTo(this, m_table);
    connectParts();
    showChosen();
}

QList<RowColumn<Wrapping>> KeysView::columns()
{
    return {
        {tr("Key"), [](const Wrapping &key) { return ltr(key.id); }, {180, 1.5}, keySign},
        {tr("State"), keyStateWords, {96, 0.5}},
        {tr("Since"),
         [](const Wrapping &key) { return key.madeAt ? dateTimeText(*key.madeAt) : QStringLiteral("–"); },
         {188, 0.5}},
        {tr("Sealed under it"), wrapsWords, {220, 2}},
    };
}

QWidget *KeysView::buildFoot()
{
    auto *foot = new QWidget;
    auto *line = new QHBoxLayout(foot);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::small);
    line->addWidget(m_words, 1);
    for (QPushButton *button : {m_rotate, m_retire})
        line->addWidget(button, 0, Qt::AlignTop);
    return foot;
}

KeysView::OtherKey KeysView::buildOther(const QString &name, const QString &deed)
{
    auto *title = new QLabel(name);
    title->setFont(subtitleFont());
    const OtherKey other{new QWidget, makeMutedLabel(), new QPushButton(deed)};
    auto *line = new QHBoxLayout;
    line->setSpacing(Space::small);
    line->addWidget(other.words, 1);
    line->addWidget(other.renew, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(other.part);
    column->setContentsMargins(0, Space::small, 0, 0);
    column->setSpacing(Space::small);
    column->addWidget(title);
    column->addLayout(line);
    return other;
}

void KeysView::connectParts()
{
    connect(m_table, &RowsTable::chosenChanged, this, &KeysView::showChosen);
    connect(&m_rows, &PagedModel::came, this, &KeysView::showChosen);
    connect(m_rotate, &QPushButton::clicked, this, &KeysView::openRotation);
    connect(m_retire, &QPushButton::clicked, this, &KeysView::openRetiring);
    connect(m_tokens.renew, &QPushButton::clicked, this, &KeysView::openTokenKey);
    connect(m_checkpoints.renew, &QPushButton::clicked, this, &KeysView::openCheckpointKey);
}

/// The rows are a part of what is answered; the rest is shown beside them.
QFuture<Result<Rows::Page>> KeysView::fetch()
{
    auto promise = std::make_shared<QPromise<Result<Rows::Page>>>();
    promise->start();
    whenFinished(m_calls.overview(), this, [this, promise](const Result<KeyOverview> &overview) {
        if (overview)
            showOverview(*overview);
        promise->addResult(overview.map([](const KeyOverview &known) { return Rows::Page{known.keys, false}; }));
        promise->finish();
    });
    return promise->future();
}

void KeysView::showOverview(const KeyOverview &overview)
{
    m_rotation = overview.rotation;
    m_rotationWords->setText(rotationSentence(m_rotation));
    m_tokens.words->setText(tokenKeySentence(overview.tokenKeys));
    m_checkpoints.words->setText(checkpointKeySentence(overview.checkpointKeys));
    m_checkpoints.part->setVisible(!overview.checkpointKeys.isEmpty()); // a server of before tells of none
    m_progress->setVisible(isUnderWay());
    if (isUnderWay()) {
        const qint64 all = m_rotation->rewrapped + m_rotation->left;
        m_progress->setValue(all > 0 ? static_cast<int>(m_rotation->rewrapped * wholeProgress / all) : 0);
    }
    m_rotate->setEnabled(!isUnderWay());
}

bool KeysView::isUnderWay() const
{
    return m_rotation && !m_rotation->endedAt;
}

void KeysView::showChosen()
{
    const Wrapping *key = m_rows.at(m_table->currentRow());
    m_words->setText(key ? keySentence(*key) : QString());
    m_retire->setEnabled(key && canBeRetired(*key));
}

void KeysView::openRotation()
{
    auto *sheet = new ConfirmSheet(
        tr("A new key for the recordings"),
        tr("A new key is made, and takes over all that is sealed under the keys before. The recordings themselves are "
           "not written anew, and everybody goes on meanwhile. Back up the server's folder of keys afterwards: without "
           "the new key no backup of the recordings can be opened. With a key from outside, everything moves under "
           "that one."),
        tr("Begin"), [this](bool) { return asDone(m_calls.rotate()); }, this);
    open(sheet);
}

void KeysView::openRetiring()
{
    const Wrapping *key = m_rows.at(m_table->currentRow());
    if (!key)
        return;
    auto *sheet = new ConfirmSheet(
        tr("Retire the key"),
        tr("%1 is removed from the server for good. Nothing that is stored needs it. Backups of the database from "
           "before still do: keep the copy of it that was made with them, or make a new backup and discard the older "
           "ones.")
            .arg(ltr(key->id)),
        tr("Retire"), [this, id = key->id](bool) { return asDone(m_calls.retire(id)); }, this);
    open(sheet);
}

void KeysView::openTokenKey()
{
    using Old = KeyCalls::OldTokens;
    auto *sheet = new ConfirmSheet(
        tr("New key for the sign-ins"),
        tr("From now on sign-ins are signed with a new key. Those of before count until they end by themselves, within "
           "twelve hours. Where the old key may be known to somebody, end them at once: everybody signs in anew, you "
           "too; what waits to be sent stays on each computer and goes on afterwards."),
        tr("Make a new key"),
        [this](bool isTicked) { return asDone(m_calls.rotateTokens(isTicked ? Old::EndAtOnce : Old::UntilTheyEnd)); },
        this);
    sheet->addTick(tr("&Everybody signs in anew"));
    open(sheet);
}

void KeysView::openCheckpointKey()
{
    using Old = KeyCalls::OldCheckpointKey;
    auto *sheet = new ConfirmSheet(
        tr("New key for the audit log"),
        tr("From now on the audit log's checkpoints are signed with a new key, for which the one before vouches: what "
           "it signed goes on verifying. Save a checkpoint and keep it elsewhere afterwards. Where the key before is "
           "lost, nothing vouches for the new one, and the audit log says so for ever."),
        tr("Make a new key"),
        [this](bool isTicked) { return asDone(m_calls.rotateCheckpoints(isTicked ? Old::Lost : Old::Vouches)); }, this);
    sheet->addTick(tr("The key before is &lost"));
    open(sheet);
}

/// The server tells afterwards what became of it.
void KeysView::open(ConfirmSheet *sheet)
{
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &ConfirmSheet::done, &m_rows, &PagedModel::readAnew);
    connect(sheet, &ConfirmSheet::unknown, &m_rows, &PagedModel::readAnew);
    connect(sheet, &QDialog::finished, m_table, [this] { m_table->setFocus(); });
    sheet->open();
}

} // namespace Holdfast

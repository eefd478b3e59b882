// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/AttachSheet.h"

#include "domain/Limits.h"
#include "domain/ShownText.h"
#include "look/CellDelegate.h"
#include "look/Icons.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "look/WordBox.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int leastRowHeight = 40;
constexpr int widthForAll = 640; ///< columns; in a smaller one the words come first
constexpr int wholeProgress = 1000;

} // namespace

AttachSheet::AttachSheet(const std::optional<Lead> &lead, const QStringList &dispositions, QWidget *parent)
    : QFrame(parent)
    , m_lead(lead)
    , m_model(lead)
    , m_table(new QTableView(this))
    , m_byName(new QCheckBox(tr("Each to the lead that its name tells"), this))
    , m_note(new QLineEdit(this))
    , m_disposition(new WordBox(tr("Disposition of these calls"), maxDispositionLength, this))
    , m_summary(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_attach(new QPushButton(this))
    , m_leave(new QPushButton(tr("Cancel"), this))
{
    setProperty("sheet", true);
    setAutoFillBackground(true);
    setAccessibleName(tr("Files to attach"));
    m_disposition->offer(dispositions);
    buildTable();
    build();
    showState();
}

void AttachSheet::build()
{
    auto *title = new QLabel(
        m_lead ? tr("Attach to %1").arg(shownOnOneLine(m_lead->name)) : tr("Attach by the names of the files"), this);
    title->setFont(subtitleFont());
    title->setTextFormat(Qt::PlainText);
    m_note->setPlaceholderText(tr("Note (optional)"));
    m_note->setAccessibleName(tr("Note for these recordings"));
    m_note->setMaxLength(2000);
    m_disposition->setHint(tr("Disposition (optional)"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, wholeProgress);
    m_progress->setAccessibleName(tr("Progress"));
    m_attach->setProperty("primary", true);
    m_attach->setAutoDefault(true);
    m_leave->setAutoDefault(true);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::small);
    buttons->addWidget(m_summary, 1);
    buttons->addWidget(m_leave);
    buttons->addWidget(m_attach);
    auto *words = new QHBoxLayout;
    words->setSpacing(Space::small);
    words->addWidget(m_note, 1);
    words->addWidget(m_disposition);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::wide, Space::wide, Space::wide);
    column->setSpacing(Space::medium);
    column->addWidget(title);
    column->addWidget(m_table, 1);
    column->addWidget(m_byName);
    column->addLayout(words);
    column->addWidget(m_progress);
    column->addLayout(buttons);
    setTabOrder(m_leave, m_attach); // as they stand

    connect(m_attach, &QPushButton::clicked, this, &AttachSheet::emitAttach);
    connect(m_byName, &QCheckBox::toggled, this, [this](bool byName) {
        m_model.fileByName(byName);
        showState();
    });
    connect(m_leave, &QPushButton::clicked, this, &AttachSheet::left);
}

void AttachSheet::buildTable()
{
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setAccessibleName(tr("Files"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setIconSize(QSize(20, 20));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(leastRowHeight);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(static_cast<int>(AttachColumn::Name), QHeaderView::Stretch);
    header->setSectionResizeMode(static_cast<int>(AttachColumn::Remark), QHeaderView::Stretch);
    m_table->setColumnWidth(static_cast<int>(AttachColumn::Send),
                            std::max(48, header->sectionSizeHint(static_cast<int>(AttachColumn::Send))));
    m_table->setColumnWidth(static_cast<int>(AttachColumn::Lead), 136);
    m_table->setColumnWidth(static_cast<int>(AttachColumn::Call), 100);
    m_table->setColumnWidth(static_cast<int>(AttachColumn::Kind), 52);
    m_table->setColumnWidth(static_cast<int>(AttachColumn::Length), 72);
    m_table->setColumnWidth(static_cast<int>(AttachColumn::Size), 76);

    // A problem is a sentence, and nobody should have to guess its end.
    const auto fitRows = [this] {
        // The end of the name says the kind, too, where there is little room.
        m_table->setColumnHidden(static_cast<int>(AttachColumn::Kind), m_table->width() < widthForAll);
        m_table->resizeRowsToContents();
    };
    connect(header, &QHeaderView::sectionResized, m_table, fitRows);
    connect(&m_model, &QAbstractItemModel::modelReset, m_table, fitRows);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] {
        m_table->resizeRowsToContents();
        m_answer.clear();
        showState();
    });
    m_table->installEventFilter(this);

    auto *takeOff = new QAction(tr("Take off the list"), m_table);
    takeOff->setShortcut(Qt::Key_Delete);
    takeOff->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(takeOff);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(takeOff, &QAction::triggered, this, [this] {
        if (m_attaching || !m_table->currentIndex().isValid())
            return;
        m_model.remove(m_table->currentIndex().row());
        m_answer.clear();
        showState();
    });
}

void AttachSheet::lookAt(int files)
{
    m_looking += files;
    m_answer.clear();
    showState();
}

void AttachSheet::addFiles(const QList<Inspected> &files, int lookedAt)
{
    m_looking -= lookedAt;
    m_model.add(files);
    showState();
}

void AttachSheet::showProgress(int permille)
{
    m_attaching = true;
    m_progress->setValue(permille);
    showState();
}

void AttachSheet::showAnswer(const QList<Inspected> &refused, int attached)
{
    m_attaching = false;
    m_model.keepUnsent(m_sent, refused);
    m_answer = answerTo(attached);
    showState();
}

bool AttachSheet::hasProblems() const
{
    return std::ranges::any_of(m_model.files(), [](const Inspected &file) { return !file.problem.isEmpty(); });
}

QList<Inspected> AttachSheet::going() const
{
    QList<Inspected> files;
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (m_model.goes(row))
            files.append(m_model.files().at(row));
    return files;
}

/// All that could not be attached, also what was refused before.
QString AttachSheet::answerTo(int attached) const
{
    QStringList names;
    for (const Inspected &file : m_model.files())
        if (!file.problem.isEmpty())
            names.append(ltr(file.name));
    QStringList words;
    if (attached > 0)
        words += tr("%n recording(s) attached.", nullptr, attached);
    if (!names.isEmpty())
        words += tr("%n file(s) could not be attached; nothing was changed about them: %1", nullptr,
                    static_cast<int>(names.size()))
                     .arg(names.join(QStringLiteral(", ")));
    return words.join(QLatin1Char(' '));
}

QString AttachSheet::summary() const
{
    if (m_attaching)
        return tr("Sealing the recordings on this computer…");
    if (m_looking > 0)
        return tr("Looking at %n file(s)…", nullptr, m_looking);
    if (!m_answer.isEmpty())
        return m_answer;
    if (m_model.files().isEmpty())
        return tr("There is no file to attach.");
    const QList<Inspected> good = going();
    qint64 bytes = 0;
    std::chrono::milliseconds length{0};
    for (const Inspected &file : good) {
        bytes += file.size;
        length += file.facts && file.facts->duration ? *file.facts->duration : std::chrono::milliseconds(0);
    }
    QStringList words;
    if (!good.isEmpty())
        words += tr("%n recording(s), %1, %2", nullptr, static_cast<int>(good.size()))
                     .arg(ltr(durationText(length)), ltr(sizeText(bytes)));
    qsizetype bad = 0;
    int twins = 0;
    int again = 0; // of what comes with this drop
    for (int row = 0; row < m_model.rowCount(); ++row) {
        bad += m_model.files().at(row).canAttach() ? 0 : 1;
        const Inspected &file = m_model.files().at(row);
        const bool stays = m_model.isTwin(row) && !m_model.goes(row);
        const auto earlier = file.lead ? file.earlier.constFind(*file.lead) : file.earlier.cend();
        const bool isThere = earlier != file.earlier.cend() && earlier->isThereOrComes();
        const bool isAgain = stays && !isThere;
        again += isAgain ? 1 : 0;
        twins += stays && !isAgain ? 1 : 0;
    }
    if (again > 0)
        words += tr("%n file(s) are the same as another one here and will not be sent twice", nullptr, again);
    if (twins > 0)
        words += tr("%n file(s) are there already and will not be sent", nullptr, twins);
    if (good.isEmpty() && bad + twins + again < m_model.files().size())
        words += tr("No file is ticked");
    if (bad > 0)
        words += tr("%n file(s) can't be attached.", nullptr, static_cast<int>(bad));
    return words.join(tr(". ", "between two sentences"));
}

void AttachSheet::showState()
{
    const int good = static_cast<int>(going().size());
    m_summary->setText(summary());
    m_attach->setText(good > 0 ? tr("Attach %n recording(s)", nullptr, good) : tr("Attach"));
    m_attach->setEnabled(good > 0 && m_looking == 0 && !m_attaching);
    m_leave->setText(m_answer.isEmpty() ? tr("Cancel") : tr("Close"));
    m_leave->setToolTip(m_answer.isEmpty() ? tr("Attach nothing (Esc)") : tr("Close (Esc)"));
    m_note->setEnabled(!m_attaching);
    m_disposition->setEnabled(!m_attaching);
    m_byName->setVisible(m_lead && m_model.someNameTellsAnother());
    m_byName->setEnabled(!m_attaching);
    m_table->setColumnHidden(static_cast<int>(AttachColumn::Lead), !m_model.filesByName());
    m_table->setColumnHidden(static_cast<int>(AttachColumn::Call), !m_model.someNameTellsTheDay());
    m_progress->setVisible(m_attaching || m_looking > 0);
    m_progress->setMaximum(m_attaching ? wholeProgress : 0); // 0: it takes as long as it takes
}

void AttachSheet::emitAttach()
{
    if (!m_attach->isEnabled())
        return;
    m_sent = going();
    showProgress(0);
    Q_EMIT attach(m_sent, {m_note->text().trimmed(), m_disposition->word()});
}

void AttachSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emitAttach();
    else
        QFrame::keyPressEvent(event);
}

/// Space ticks the current file from whatever cell, and plays nothing meanwhile.
bool AttachSheet::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!isKey || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Space)
        return QFrame::eventFilter(watched, event);
    event->accept();
    const QModelIndex current = m_table->currentIndex();
    if (event->type() == QEvent::KeyPress && current.isValid() && !m_attaching)
        m_model.choose(current.row(), !m_model.goes(current.row()));
    return true;
}

void AttachSheet::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    if (!focusWidget())      // else it was hidden with the window, and goes on where it was
        m_table->setFocus(); // Enter attaches from here, and a letter does not land in the note by accident
}

} // namespace Holdfast

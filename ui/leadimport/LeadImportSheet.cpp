// SPDX-License-Identifier: GPL-3.0-or-later
#include "leadimport/LeadImportSheet.h"

#include "attach/DroppedFiles.h"
#include "domain/WhenFinished.h"
#include "look/CellDelegate.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QStringListModel>
#include <QStyle>
#include <QTableView>

namespace Holdfast {

namespace {

constexpr QSize usual(920, 560);
constexpr int highestRemarks = 112;
constexpr int wholeProgress = 1000;

QString columnsApart(const QString &separator)
{
    if (separator == QStringLiteral(";"))
        return LeadImportSheet::tr("semicolons");
    if (separator == QStringLiteral("\t"))
        return LeadImportSheet::tr("tabs");
    return separator == QStringLiteral(",") ? LeadImportSheet::tr("commas") : separator;
}

} // namespace

LeadImportSheet::LeadImportSheet(ImportLeads &import, QWidget *parent)
    : QDialog(parent)
    , m_import(import)
    , m_file(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_remarks(new QListView(this))
    , m_remarkTexts(new QStringListModel(this))
    , m_table(new QTableView(this))
    , m_progress(new QProgressBar(this))
    , m_choose(new QPushButton(tr("Choose a file…"), this))
    , m_again(new QPushButton(tr("Look again"), this))
    , m_run(new QPushButton(this))
    , m_leave(new QPushButton(this))
{
    setWindowTitle(tr("Import leads"));
    setAcceptDrops(true);
    resize(usual);
    buildTable();
    build();
    connect(m_choose, &QPushButton::clicked, this, &LeadImportSheet::choose);
    connect(m_again, &QPushButton::clicked, this, [this] { look(m_path); });
    connect(m_run, &QPushButton::clicked, this, &LeadImportSheet::importFile);
    connect(m_leave, &QPushButton::clicked, this, &LeadImportSheet::reject);
    connect(&m_import, &ImportLeads::progress, this, &LeadImportSheet::showProgress);
    setStep(Step::Choosing);
}

LeadImportSheet::~LeadImportSheet()
{
    m_import.cancel();
}

void LeadImportSheet::build()
{
    auto *title = new QLabel(tr("Import leads"), this);
    title->setFont(titleFont());
    auto *help = new QLabel(tr("A CSV file whose first row names its columns: name, and of phone, campaign and agents "
                               "(usernames) those that there are. Choose it, or drop it here."),
                            this);
    help->setWordWrap(true);
    help->setProperty("muted", true);
    for (QLabel *label : {m_file, m_summary}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_file->setFont(subtitleFont());
    m_remarks->setModel(m_remarkTexts);
    m_remarks->setAccessibleName(tr("Problems and remarks"));
    m_remarks->setWordWrap(true);
    m_remarks->setMaximumHeight(highestRemarks);
    m_remarks->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_run->setProperty("primary", true);
    m_again->setToolTip(tr("Reads the file again, after it was mended"));
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::small);
    head->addWidget(m_file, 1);
    head->addWidget(m_again);
    head->addWidget(m_choose);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::small);
    buttons->addStretch();
    buttons->addWidget(m_leave);
    buttons->addWidget(m_run);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::wide, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    column->addWidget(title);
    column->addWidget(help);
    column->addLayout(head);
    column->addWidget(m_summary);
    column->addWidget(m_remarks);
    column->addWidget(m_table, 1);
    column->addWidget(m_progress);
    column->addLayout(buttons);
}

void LeadImportSheet::buildTable()
{
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setAccessibleName(tr("The first rows of the file"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    QSizePolicy size = m_table->sizePolicy();
    size.setRetainSizeWhenHidden(true); // what stands above it stays where it is
    m_table->setSizePolicy(size);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    const auto widthOf = [&](LeadImportColumn column, int width) {
        m_table->setColumnWidth(static_cast<int>(column), width);
    };
    widthOf(LeadImportColumn::Line, 56);
    widthOf(LeadImportColumn::Name, 180);
    widthOf(LeadImportColumn::Phone, 148);
    widthOf(LeadImportColumn::Campaign, 120);
    widthOf(LeadImportColumn::Agents, 120);
    header->setStretchLastSection(true);
}

void LeadImportSheet::choose()
{
    auto *dialog = new QFileDialog(this, tr("Import leads"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables as text (%1)").arg(QStringLiteral("*.csv *.txt *.tsv")),
                            tr("All files (%1)").arg(QStringLiteral("*"))});
    connect(dialog, &QFileDialog::fileSelected, this, &LeadImportSheet::look);
    dialog->open();
}

void LeadImportSheet::look(const QString &path)
{
    m_path = path;
    m_report = {};
    m_problem.clear();
    setStep(Step::Looking);
    whenFinished(m_import.preview(path), this, [this, turn = ++m_turn](const Result<LeadImportReport> &answer) {
        if (turn == m_turn)
            answered(answer);
    });
}

void LeadImportSheet::importFile()
{
    setStep(Step::Importing);
    whenFinished(m_import.run(), this, [this, turn = ++m_turn](const Result<LeadImportReport> &answer) {
        if (turn == m_turn)
            answered(answer);
    });
}

void LeadImportSheet::answered(const Result<LeadImportReport> &answer)
{
    const bool looked = m_step == Step::Looking;
    if (!answer) {
        m_problem = answer.error().message;
        m_report = {};
        setStep(Step::Choosing);
        return;
    }
    m_report = *answer;
    setStep(looked ? Step::Looked : Step::Imported);
}

void LeadImportSheet::reject()
{
    if (m_step != Step::Looking && m_step != Step::Importing) {
        QDialog::reject();
        return;
    }
    ++m_turn;
    m_problem = m_import.cancel();
    m_report = {};
    setStep(Step::Choosing);
}

void LeadImportSheet::setStep(Step step)
{
    m_step = step;
    const bool busy = step == Step::Looking || step == Step::Importing;
    const bool canRun = step == Step::Looked && m_report.problems.count == 0 && m_report.created + m_report.changed > 0;
    m_file->setText(m_path.isEmpty() ? tr("No file is chosen yet.") : QFileInfo(m_path).fileName());
    m_summary->setText(summary());
    m_summary->setProperty("bad", !m_problem.isEmpty() || m_report.problems.count > 0);
    m_remarkTexts->setStringList(remarks());
    m_remarks->setVisible(m_remarkTexts->rowCount() > 0);
    if (!busy || step == Step::Looking)
        m_model.show(m_report);
    m_table->setVisible(m_model.rowCount() > 0);
    m_progress->setVisible(busy);
    m_progress->setRange(0, wholeProgress);
    m_progress->setValue(0);
    m_choose->setEnabled(!busy);
    m_again->setVisible(!busy && !m_path.isEmpty() && step != Step::Imported);
    m_run->setText(canRun ? tr("Import %Ln lead(s)", nullptr, static_cast<int>(m_report.created + m_report.changed))
                          : tr("Import"));
    m_run->setEnabled(canRun);
    m_run->setVisible(step != Step::Imported);
    m_run->setDefault(canRun);
    m_leave->setText(busy ? tr("Stop") : tr("Close"));
    // Enter does what comes next, and never closes what one has not read yet.
    if (!busy && step != Step::Imported)
        (canRun ? m_run : m_path.isEmpty() ? m_choose : m_again)->setFocus();
    for (QWidget *restyled : {static_cast<QWidget *>(m_summary), static_cast<QWidget *>(m_run)}) {
        restyled->style()->unpolish(restyled);
        restyled->style()->polish(restyled);
    }
}

void LeadImportSheet::showProgress(int permille)
{
    if (m_step != Step::Looking && m_step != Step::Importing)
        return;
    // Once it is sent, it takes as long as it takes.
    m_progress->setRange(0, permille < wholeProgress ? wholeProgress : 0);
    m_progress->setValue(permille);
}

QString LeadImportSheet::summary() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    switch (m_step) {
    case Step::Choosing:
        return {};
    case Step::Looking:
        return tr("Looking at what the file holds; nothing is changed by that…");
    case Step::Importing:
        return tr("Importing: all of it, or nothing…");
    case Step::Looked:
    case Step::Imported:
        break;
    }
    const auto number = [](qint64 count) { return static_cast<int>(count); };
    const bool done = m_step == Step::Imported;
    QStringList counts{done ? tr("%Ln lead(s) made", nullptr, number(m_report.created))
                            : tr("%Ln new", nullptr, number(m_report.created)),
                       done ? tr("%Ln changed", "after the import", number(m_report.changed))
                            : tr("%Ln to change", nullptr, number(m_report.changed)),
                       tr("%Ln there already", nullptr, number(m_report.alreadyThere))};
    if (m_report.repeated > 0)
        counts += tr("%Ln twice in the file", nullptr, number(m_report.repeated));
    QString text = counts.join(QStringLiteral(" · "));
    if (done)
        return tr("Imported: %1.").arg(text);
    text += QLatin1Char('\n') +
            tr("Read as %1, columns apart by %2.").arg(m_report.encoding, columnsApart(m_report.separator));
    if (m_report.encoding == QStringLiteral("Windows-1252"))
        text += QLatin1Char(' ') + tr("It is not in UTF-8: see whether accents and umlauts are right.");
    if (m_report.problems.count > 0)
        text += QLatin1Char('\n') + tr("%Ln problem(s): mend them in the file and look again. Until then nothing of it "
                                       "can be imported.",
                                       nullptr, number(m_report.problems.count));
    return text;
}

QStringList LeadImportSheet::remarks() const
{
    QStringList texts;
    for (const LeadImportReport::Remarks *remarks : {&m_report.problems, &m_report.notices}) {
        for (const LeadImportReport::Remark &remark : remarks->first)
            texts += tr("Line %1: %2").arg(remark.line).arg(remark.message);
        if (const qint64 more = remarks->count - remarks->first.size(); more > 0)
            texts += tr("… and %Ln more of these", nullptr, static_cast<int>(more));
    }
    return texts;
}

void LeadImportSheet::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_choose->isEnabled() && droppedFiles(*event->mimeData()).size() == 1)
        event->acceptProposedAction();
}

void LeadImportSheet::dropEvent(QDropEvent *event)
{
    const QStringList files = droppedFiles(*event->mimeData());
    if (!m_choose->isEnabled() || files.size() != 1)
        return;
    event->acceptProposedAction();
    look(files.first());
}

} // namespace Holdfast

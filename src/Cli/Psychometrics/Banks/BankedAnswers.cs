using System.Collections.Immutable;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Kit;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Banks;

/// <summary>A file of answers read with a bank: each column is an item of it, each score one of the item's categories.</summary>
sealed class BankedAnswers
{
    readonly AnswerTable _table;

    // For each column and rank of a score met in it.
    readonly sbyte[][] _categories;

    BankedAnswers(AnswerTable table, Bank bank, ImmutableArray<BankedItem> items, bool countsFromOne)
    {
        (_table, CountsFromOne) = (table, countsFromOne);
        _categories = [.. items.Select((item, column) => table.Categories(column, countsFromOne ? [.. item.Scores.Select(s => s + 1)] : item.Scores))];
        Models = [.. items.Select(item => item.Model)];
        AbsentItems = [.. bank.Items.Select(i => i.Name).Except(table.Items, StringComparer.Ordinal)];
    }

    /// <summary>The model of each column.</summary>
    public ImmutableArray<ItemModel> Models { get; }

    /// <summary>Items of the bank that the file does not have.</summary>
    public IReadOnlyList<string> AbsentItems { get; }

    /// <summary>Whether the file writes 1 for the lowest category.</summary>
    public bool CountsFromOne { get; }

    /// <exception cref="CommandFailedException">A column is not in the bank, or a score is not one of its item's.</exception>
    public static BankedAnswers Match(AnswerTable table, Bank bank, Terminal terminal)
    {
        var known = bank.Items.ToDictionary(i => i.Name, StringComparer.Ordinal);
        var items = table.Items.Select(name => known.GetValueOrDefault(name) ?? throw Unknown(table, name, known.Keys)).ToImmutableArray();
        var answers = new BankedAnswers(table, bank, items, AllCountFromOne(table, items));
        answers.WriteNotes(terminal);
        return answers;
    }

    /// <summary>Categories of some people in a row.</summary>
    public ResponseMatrix Matrix(int from, int count) => _table.Matrix(_categories, from, count);

    void WriteNotes(Terminal terminal)
    {
        if (AbsentItems.Count > 0)
        {
            Note.Write(terminal, $"{French.Count(AbsentItems.Count, "item de la banque n’est pas dans le fichier", "items de la banque ne sont pas dans le fichier")} : {Note.List(AbsentItems)}");
        }

        if (CountsFromOne)
        {
            Note.Write(terminal, "les scores du fichier partent de 1, ceux de la banque de 0 : 1 est lu comme 0, et ainsi de suite");
        }
    }

    // Surveys often write 1 to 4 what a model numbers 0 to 3. It is seen when nothing in the file is 0 and some score is one too high.
    static bool AllCountFromOne(AnswerTable table, ImmutableArray<BankedItem> items) =>
        items.All(i => i.HasPlainScores)
        && table.Scores.All(scores => scores.IsEmpty || scores[0] > 0)
        && table.Scores.Zip(items).Any(column => !column.First.IsEmpty && column.First[^1] == column.Second.Model.MaxScore + 1);

    static CommandFailedException Unknown(AnswerTable table, string name, IEnumerable<string> known) =>
        new($"{table.Name} : la colonne {Quoted.Text(name)} n’est pas dans la banque{ClosestName.Hint(name, known)} (--ignore la laisse de côté)", ExitCodes.BadUsage);
}

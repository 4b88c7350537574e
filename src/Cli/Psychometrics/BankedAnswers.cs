using System.Collections.Immutable;
using Beffroi.Cli.Psychometrics.Banks;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics;

/// <summary>A file of answers read with a bank: each column is an item of it, each score one of the item's categories.</summary>
sealed class BankedAnswers
{
    readonly AnswerTable _table;

    // For each column and rank of a score met in it.
    readonly ImmutableArray<ImmutableArray<Response>> _responses;

    BankedAnswers(AnswerTable table, Bank bank, ImmutableArray<ImmutableArray<Response>> responses, bool countsFromOne)
    {
        (_table, _responses, CountsFromOne) = (table, responses, countsFromOne);
        AbsentItems = [.. bank.Items.Select(i => i.Name).Except(table.Items, StringComparer.Ordinal)];
    }

    /// <summary>Items of the bank that the file does not have.</summary>
    public IReadOnlyList<string> AbsentItems { get; }

    /// <summary>Whether the file writes 1 for the lowest category.</summary>
    public bool CountsFromOne { get; }

    /// <exception cref="CommandFailedException">A column is not in the bank, or a score is not one of its item's.</exception>
    public static BankedAnswers Match(AnswerTable table, Bank bank)
    {
        var known = bank.Items.ToDictionary(i => i.Name, StringComparer.Ordinal);
        var items = table.Items.Select(name => known.GetValueOrDefault(name) ?? throw Unknown(table, name, known.Keys)).ToImmutableArray();
        var fromOne = AllCountFromOne(table, items);
        return new(table, bank, [.. items.Select((item, column) => Responses(table, column, item, fromOne ? [.. item.Scores.Select(s => s + 1)] : item.Scores))], fromOne);
    }

    /// <summary>Answers of a person, those missing left out.</summary>
    public List<Response> Of(int person)
    {
        var answers = new List<Response>(_responses.Length);
        var row = _table.Row(person);
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] is not AnswerTable.Missing and var rank)
            {
                answers.Add(_responses[i][rank]);
            }
        }

        return answers;
    }

    // Surveys often write 1 to 4 what a model numbers 0 to 3. It is seen when nothing in the file is 0 and some score is one too high.
    static bool AllCountFromOne(AnswerTable table, ImmutableArray<BankedItem> items) =>
        items.All(i => i.HasPlainScores)
        && table.Scores.All(scores => scores.IsEmpty || scores[0] > 0)
        && table.Scores.Zip(items).Any(column => !column.First.IsEmpty && column.First[^1] == column.Second.Model.MaxScore + 1);

    static ImmutableArray<Response> Responses(AnswerTable table, int column, BankedItem item, ImmutableArray<int> written) =>
        [.. table.Scores[column].Select((score, rank) => written.IndexOf(score) is >= 0 and var category
            ? new Response(item.Model, category)
            : throw new CommandFailedException(
                $"{table.Name}, personne {FirstWith(table, column, rank)}, colonne {Quoted.Text(item.Name)} : le score {score} n’est pas de ceux de l’item ({string.Join(", ", written)})", ExitCodes.BadUsage))];

    static int FirstWith(AnswerTable table, int column, int rank) => Enumerable.Range(0, table.Persons).First(person => table.Row(person)[column] == rank) + 1;

    static CommandFailedException Unknown(AnswerTable table, string name, IEnumerable<string> known) =>
        new($"{table.Name} : la colonne {Quoted.Text(name)} n’est pas dans la banque{ClosestName.Hint(name, known)} (--ignore la laisse de côté)", ExitCodes.BadUsage);
}

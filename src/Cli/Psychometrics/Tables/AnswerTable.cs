using System.Collections.Immutable;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Tables;

/// <summary>A file of answers, read: for each person and item, the rank of the score among those met in the column.</summary>
sealed class AnswerTable
{
    public const sbyte Missing = ResponseMatrix.Missing;

    // What a matrix of scores bears.
    const int MaxPoints = 100;

    readonly sbyte[] _ranks;
    readonly TextColumn? _ids;

    public AnswerTable(string name, ImmutableArray<string> items, ImmutableArray<ImmutableArray<int>> scores, sbyte[] ranks, int persons, TextColumn? ids, GroupColumn? groups) =>
        (Name, Items, Scores, _ranks, Persons, _ids, Groups) = (name, items, scores, ranks, persons, ids, groups);

    /// <summary>What messages call the file.</summary>
    public string Name { get; }

    public ImmutableArray<string> Items { get; }

    /// <summary>Scores met in each column, increasing; none in a column without any answer.</summary>
    public ImmutableArray<ImmutableArray<int>> Scores { get; }

    public int Persons { get; }

    /// <summary>Null when no column was named for it.</summary>
    public GroupColumn? Groups { get; }

    /// <summary>The identifier of a person, or their row from 1 when no column was named for it.</summary>
    public string Id(int person) => _ids is null ? (person + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : _ids[person];

    /// <summary>For each score met in a column, its place among those written for the categories of an item.</summary>
    /// <exception cref="CommandFailedException">A score is not among them.</exception>
    public sbyte[] Categories(int column, ImmutableArray<int> written) => [.. Scores[column].Select((score, rank) => written.IndexOf(score) is >= 0 and var category
        ? (sbyte)category
        : throw new CommandFailedException(
            $"{Name}, personne {FirstWith(column, rank)}, colonne {Quoted.Text(Items[column])} : le score {score} n’est pas de ceux de l’item ({string.Join(", ", written)})", ExitCodes.BadUsage))];

    /// <summary>Scores less the lowest of their column: sums and covariances keep their unit.</summary>
    /// <exception cref="CommandFailedException">A column spreads over more points than can be.</exception>
    public ResponseMatrix Points() => Matrix([.. Scores.Select((scores, column) => scores.IsEmpty || scores[^1] - scores[0] <= MaxPoints
        ? scores.Select(score => (sbyte)(score - scores[0])).ToArray()
        : throw Wrong(column, $"les scores vont de {scores[0]} à {scores[^1]}, sur plus de {MaxPoints} points"))]);

    /// <summary>A matrix of categories: for each column and rank of a score, the category.</summary>
    public ResponseMatrix Matrix(sbyte[][] categories) => Matrix(categories, 0, Persons);

    /// <summary>The same for some people in a row.</summary>
    public ResponseMatrix Matrix(sbyte[][] categories, int from, int count)
    {
        var cells = _ranks.AsSpan(from * Items.Length, count * Items.Length).ToArray();
        for (var (at, item) = (0, 0); at < cells.Length; at++, item = item + 1 == Items.Length ? 0 : item + 1)
        {
            cells[at] = cells[at] is Missing ? Missing : categories[item][cells[at]];
        }

        return new(Items, cells);
    }

    /// <summary>An exception that says what is wrong with a column.</summary>
    public CommandFailedException Wrong(int column, string reason) => new($"{Name}, colonne {Quoted.Text(Items[column])} : {reason} (--ignore la laisse de côté)", ExitCodes.BadUsage);

    int FirstWith(int column, int rank) => Enumerable.Range(0, Persons).First(person => _ranks[(person * Items.Length) + column] == rank) + 1;
}

using System.Collections.Immutable;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Tables;

/// <summary>A file of answers, read: for each person and item, the rank of the score among those met in the column.</summary>
sealed class AnswerTable
{
    public const sbyte Missing = ResponseMatrix.Missing;

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

    /// <summary>Columns whose scores are not 0, 1, 2…: their lowest became 0 and unused scores between were closed up.</summary>
    public IEnumerable<(string Item, ImmutableArray<int> Scores)> Recoded =>
        Items.Zip(Scores).Where(column => column.Second.Where((score, rank) => score != rank).Any());

    /// <summary>The identifier of a person, or their row from 1 when no column was named for it.</summary>
    public string Id(int person) => _ids is null ? (person + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : _ids[person];

    /// <summary>Ranks of the scores of a person, item after item, or <see cref="Missing"/>.</summary>
    public ReadOnlySpan<sbyte> Row(int person) => _ranks.AsSpan(person * Items.Length, Items.Length);

    /// <summary>Categories: the lowest score of each column is 0, the next one met is 1, and so on.</summary>
    public ResponseMatrix Matrix() => new(Items, _ranks.AsSpan(0, Persons * Items.Length));
}

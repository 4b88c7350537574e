using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Scores of people on items: a row for each person, a column for each item, one byte a cell. Immutable.</summary>
public sealed class ResponseMatrix
{
    /// <summary>What stands for an answer that was not given or not asked.</summary>
    public const sbyte Missing = -1;

    readonly sbyte[] _scores;

    /// <summary>A matrix.</summary>
    /// <param name="itemNames">One name for each column, at least one column.</param>
    /// <param name="scores">Row after row, each of <paramref name="itemNames"/> length: scores from 0 to 100, or <see cref="Missing"/>.</param>
    /// <exception cref="ArgumentException">There is no column, the scores do not fill whole rows, or a score is out of bounds.</exception>
    public ResponseMatrix(ImmutableArray<string> itemNames, ReadOnlySpan<sbyte> scores)
    {
        if (itemNames.IsDefaultOrEmpty || scores.Length % itemNames.Length != 0)
        {
            throw new ArgumentException("Scores fill whole rows of at least one item.", nameof(scores));
        }

        if (scores.IndexOfAnyExceptInRange(Missing, (sbyte)100) is >= 0 and var at)
        {
            throw new ArgumentException($"Score {scores[at]} of row {at / itemNames.Length} is not between 0 and 100.", nameof(scores));
        }

        ItemNames = itemNames;
        _scores = scores.ToArray();
        MaxScores = Highest();
    }

    /// <summary>Names of the items, in the order of the columns.</summary>
    public ImmutableArray<string> ItemNames { get; }

    /// <summary>Number of columns.</summary>
    public int Items => ItemNames.Length;

    /// <summary>Number of rows.</summary>
    public int Persons => _scores.Length / Items;

    /// <summary>Highest score seen in each column; 0 when the column is empty or all 0.</summary>
    public ImmutableArray<int> MaxScores { get; }

    /// <summary>Whether every cell holds a score.</summary>
    public bool IsComplete => !_scores.AsSpan().Contains(Missing);

    /// <summary>Scores of one person, item after item.</summary>
    /// <param name="person">Row, from 0.</param>
    public ReadOnlySpan<sbyte> Row(int person) => _scores.AsSpan(person * Items, Items);

    /// <summary>One score, or <see cref="Missing"/>.</summary>
    /// <param name="person">Row, from 0.</param>
    /// <param name="item">Column, from 0.</param>
    public sbyte this[int person, int item] => Row(person)[item];

    ImmutableArray<int> Highest()
    {
        var highest = new int[Items];
        for (var at = 0; at < _scores.Length; at++)
        {
            highest[at % Items] = Math.Max(highest[at % Items], _scores[at]);
        }

        return [.. highest];
    }
}

using System.Collections.Immutable;

namespace Beffroi.Cli.Psychometrics.Tables;

/// <summary>The scores met so far in one column, each numbered when it first appears: one byte a cell, whatever the scores.</summary>
sealed class ItemColumn(string name)
{
    /// <summary>What the cores bear.</summary>
    public const int MaxCategories = 101;

    const int Small = 10;

    readonly List<int> _scores = [];
    readonly sbyte[] _small = [.. Enumerable.Repeat(AnswerTable.Missing, Small)];

    public string Name => name;

    /// <summary>The number of a score; null when there are too many different ones.</summary>
    public sbyte? NumberOf(int score)
    {
        if (score is >= 0 and < Small && _small[score] is not AnswerTable.Missing and var known)
        {
            return known;
        }

        var at = _scores.IndexOf(score);
        return at >= 0 ? (sbyte)at : _scores.Count == MaxCategories ? null : Add(score);
    }

    /// <summary>Scores met, increasing.</summary>
    public ImmutableArray<int> Scores() => [.. _scores.Order()];

    /// <summary>For each number, the rank of its score among those met.</summary>
    public sbyte[] Ranks()
    {
        var sorted = Scores();
        return [.. _scores.Select(score => (sbyte)sorted.BinarySearch(score))];
    }

    sbyte Add(int score)
    {
        var number = (sbyte)_scores.Count;
        _scores.Add(score);
        if (score is >= 0 and < Small)
        {
            _small[score] = number;
        }

        return number;
    }
}

using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Response times of people on items: a row for each person, a column for each item. Immutable.</summary>
public sealed class ResponseTimeMatrix
{
    /// <summary>What stands for a time that was not measured.</summary>
    public const double Missing = -1;

    readonly double[] _seconds;

    /// <summary>A matrix.</summary>
    /// <param name="itemNames">One name for each column, at least one column.</param>
    /// <param name="seconds">Row after row, each of <paramref name="itemNames"/> length: finite times of at least 0, or <see cref="Missing"/>.</param>
    /// <exception cref="ArgumentException">There is no column, the times do not fill whole rows, or a time is out of bounds.</exception>
    public ResponseTimeMatrix(ImmutableArray<string> itemNames, ReadOnlySpan<double> seconds)
    {
        if (itemNames.IsDefaultOrEmpty || seconds.Length % itemNames.Length != 0)
        {
            throw new ArgumentException("Times fill whole rows of at least one item.", nameof(seconds));
        }

        for (var at = 0; at < seconds.Length; at++)
        {
            if (seconds[at] != Missing && !(seconds[at] >= 0 && double.IsFinite(seconds[at])))
            {
                throw new ArgumentException($"Time {seconds[at]} of row {at / itemNames.Length} is neither finite and at least 0 nor missing.", nameof(seconds));
            }
        }

        ItemNames = itemNames;
        _seconds = seconds.ToArray();
    }

    /// <summary>Names of the items, in the order of the columns.</summary>
    public ImmutableArray<string> ItemNames { get; }

    /// <summary>Number of columns.</summary>
    public int Items => ItemNames.Length;

    /// <summary>Number of rows.</summary>
    public int Persons => _seconds.Length / Items;

    /// <summary>Times of one person in seconds, item after item.</summary>
    /// <param name="person">Row, from 0.</param>
    public ReadOnlySpan<double> Row(int person) => _seconds.AsSpan(person * Items, Items);

    /// <summary>One time in seconds, or <see cref="Missing"/>.</summary>
    /// <param name="person">Row, from 0.</param>
    /// <param name="item">Column, from 0.</param>
    public double this[int person, int item] => Row(person)[item];

    /// <summary>Mean measured time of an item, in seconds; null when none was measured.</summary>
    /// <param name="item">Column, from 0.</param>
    public double? Mean(int item)
    {
        var (sum, count) = (0.0, 0);
        for (var person = 0; person < Persons; person++)
        {
            var time = this[person, item];
            (sum, count) = time == Missing ? (sum, count) : (sum + time, count + 1);
        }

        return count == 0 ? null : sum / count;
    }

    /// <summary>Refuses a table of scores that is not of the same people and items.</summary>
    internal void RequireSameShape(ResponseMatrix responses)
    {
        ArgumentNullException.ThrowIfNull(responses);
        if (responses.Persons != Persons || responses.Items != Items)
        {
            throw new ArgumentException($"Scores of {Persons} people on {Items} items are needed; these are of {responses.Persons} on {responses.Items}.", nameof(responses));
        }
    }
}

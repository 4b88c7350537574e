using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>The rapid guesses of a cohort: answers given faster than their question can be read (thresholds: <see cref="ResponseTimeEffort.Threshold"/>).
/// An answer whose time is unknown is never one, and counts for nothing in the effort. Slowness is never counted.</summary>
public sealed class RapidGuesses
{
    /// <summary>Effort under which a result is doubtful (Wise &amp; Kong, 2005, Applied Measurement in Education 18, 163-183).</summary>
    public const double DoubtfulEffort = 0.90;

    /// <summary>Effort under which a result is not interpretable.</summary>
    public const double InsufficientEffort = 0.75;

    readonly ResponseTimeMatrix _times;

    /// <summary>The rapid guesses in a table of times, with thresholds made from its own mean times.</summary>
    /// <param name="times">Times in seconds.</param>
    /// <param name="floorSeconds">Physical minimum to perceive and answer each item, in seconds, at least 0: one for each column, or one for all.</param>
    /// <exception cref="ArgumentException">The floors are neither one nor one for each column.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A floor is outside its bounds.</exception>
    public RapidGuesses(ResponseTimeMatrix times, params IReadOnlyList<double> floorSeconds)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(floorSeconds);
        if (floorSeconds.Count != 1 && floorSeconds.Count != times.Items)
        {
            throw new ArgumentException($"One floor for all items or one for each of the {times.Items} is needed; {floorSeconds.Count} are given.", nameof(floorSeconds));
        }

        _times = times;
        Thresholds = [.. Enumerable.Range(0, times.Items).Select(i => ResponseTimeEffort.Threshold(floorSeconds[floorSeconds.Count == 1 ? 0 : i], times.Mean(i)))];
    }

    /// <summary>The time under which an answer is a rapid guess, in seconds, for each column.</summary>
    public ImmutableArray<double> Thresholds { get; }

    /// <summary>Whether one answer is a rapid guess.</summary>
    /// <param name="person">Row, from 0.</param>
    /// <param name="item">Column, from 0.</param>
    public bool this[int person, int item] => _times[person, item] != ResponseTimeMatrix.Missing && _times[person, item] < Thresholds[item];

    /// <summary>Response-time effort of a person: share of the timed answers that are not rapid guesses, in [0, 1]; null when no time is known.</summary>
    /// <param name="person">Row, from 0.</param>
    public double? Effort(int person) =>
        ResponseTimeEffort.Share([.. Enumerable.Range(0, _times.Items).Where(i => _times[person, i] != ResponseTimeMatrix.Missing).Select(i => this[person, i])]);

    /// <summary>How far the answers of a person may be read; null when no time is known.</summary>
    /// <param name="person">Row, from 0.</param>
    public EffortLevel? Level(int person) => Effort(person) is not { } effort ? null
        : effort < InsufficientEffort ? EffortLevel.Insufficient
        : effort < DoubtfulEffort ? EffortLevel.Doubtful : EffortLevel.Sufficient;

    /// <summary>Effort-moderated scores: those of rapid guesses become missing (Wise &amp; DeMars, 2006, Journal of Educational Measurement 43, 19-38).</summary>
    /// <param name="responses">Scores of the same people on the same items.</param>
    /// <exception cref="ArgumentException">The scores are not of as many people or items.</exception>
    public ResponseMatrix Moderate(ResponseMatrix responses)
    {
        _times.RequireSameShape(responses);
        var scores = new sbyte[responses.Persons * responses.Items];
        for (var at = 0; at < scores.Length; at++)
        {
            var (person, item) = (at / responses.Items, at % responses.Items);
            scores[at] = this[person, item] ? ResponseMatrix.Missing : responses[person, item];
        }

        return new(responses.ItemNames, scores);
    }

    /// <summary>The answers of one person that are not rapid guesses, in their order, ready for an estimate of the ability.</summary>
    /// <param name="person">Row, from 0.</param>
    /// <param name="responses">The person's answer to each column; null where there is none.</param>
    /// <exception cref="ArgumentException">There is not one entry for each column.</exception>
    public ImmutableArray<Response> Moderate(int person, IReadOnlyList<Response?> responses)
    {
        ArgumentNullException.ThrowIfNull(responses);
        return responses.Count == _times.Items
            ? [.. Enumerable.Range(0, _times.Items).Where(i => !this[person, i]).Select(i => responses[i]).OfType<Response>()]
            : throw new ArgumentException($"An entry for each of the {_times.Items} items is needed; {responses.Count} are given.", nameof(responses));
    }
}

using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Eva.Results;

/// <summary>One exercise of plan de la ville, as the log tells it.</summary>
/// <param name="Means"><c>clavier</c>, <c>souris</c> or <c>tactile</c>; null when it was not done.</param>
/// <param name="Dragged">The thing was dragged, not taken and put down.</param>
public sealed record ExerciseMeasure(string Exercise, bool Done, bool Passed, string? Means, bool Dragged);

/// <summary>How a person handles the device: six exercises done, or some left. It says nothing of digital skills (see pix.fr for those).</summary>
public sealed record PlanMeasures(IReadOnlyList<ExerciseMeasure> Exercises)
{
    /// <summary>Only once all six are done: an exercise that was left says nothing, and so does a play that was not finished.</summary>
    public bool Mastered => Exercises.All(e => e.Done);

    public static PlanMeasures Read(IEnumerable<EventLine> lines)
    {
        var told = lines.OrderBy(l => l.Position).Where(l => string.Equals(l.Name, EventNames.ExerciseDone, StringComparison.Ordinal)).ToList();
        return new([.. Handling.Exercises.Select(exercise => Of(exercise, told.Where(l => string.Equals(EventData.Text(l.Data, "exercice"), exercise, StringComparison.Ordinal))))]);
    }

    internal static bool Succeeds(EventLine line) =>
        EventData.Flag(line.Data, "passe") != true && EventData.Text(line.Data, "exercice") is { } exercise && Handling.Succeeds(exercise, EventData.Text(line.Data, "reponse"));

    // Left first and done later (from another device) is done.
    static ExerciseMeasure Of(string exercise, IEnumerable<EventLine> told)
    {
        var (done, passed) = (told.FirstOrDefault(Succeeds), told.Any(l => EventData.Flag(l.Data, "passe") == true));
        return new(
            exercise,
            Done: done is not null,
            Passed: done is null && passed,
            done is null ? null : EventData.Text(done.Data, "moyen"),
            Dragged: done is not null && EventData.Text(done.Data, "geste") is "glisse");
    }
}

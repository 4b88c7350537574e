using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;
using Beffroi.Eva.Results;

namespace Beffroi.Eva;

/// <summary>The plan of the town: six exercises to get the device in hand. No test of digital skills, and no score.</summary>
public sealed class PlanRules : SituationRules
{
    public const string Technical = "plan_de_la_ville";

    public override string Name => Technical;

    public override string Label => "Le plan de la ville";

    public override int Minutes => 5;

    public override int Count => Handling.Exercises.Count;

    public override Play Fill(Play play, Run run, Programme programme) => play;

    public override string? WrongFor(string name, string data)
    {
        if (name is not (EventNames.ExerciseShown or EventNames.ExerciseDone))
        {
            return $"« {name} » n’arrive pas dans cette situation";
        }

        if (EventData.Text(data, "exercice") is not { } exercise || !Handling.Exercises.Contains(exercise, StringComparer.Ordinal))
        {
            return "l’exercice est inconnu dans cette situation";
        }

        return name is EventNames.ExerciseShown || EventData.Flag(data, "passe") == true || EventData.Text(data, "reponse") is not null
            ? null
            : "il manque ce qui a été fait";
    }

    /// <summary>Done as asked, or left: an exercise that did not succeed is shown again.</summary>
    public override string? Settled(EventLine line) =>
        line.Name is EventNames.ExerciseDone && (EventData.Flag(line.Data, "passe") == true || PlanMeasures.Succeeds(line)) ? EventData.Text(line.Data, "exercice") : null;
}

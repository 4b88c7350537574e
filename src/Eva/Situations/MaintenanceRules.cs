using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Eva;

/// <summary>Lexical decision: telling words from letters that look like one.</summary>
public sealed class MaintenanceRules : SituationRules
{
    static MaintenanceBank Bank => MaintenanceBank.Current;

    public override string Name => ParcoursPlan.Maintenance;

    public override string Label => "Le robot de l’atelier";

    public override int Minutes => 6;

    public override int Count => Bank.Stimuli.Count;

    public override Play Fill(Play play, Run run, Programme programme) => play with
    {
        TrainingStimuli = Bank.Training,
        Stimuli = [.. Bank.Shuffled(run.Seed).Select(s => new Stimulus(s.Id, s.Text))],
    };

    public override string? WrongFor(string name, string data)
    {
        if (name is not (EventNames.WordShown or EventNames.WordJudged or EventNames.ReadAloud))
        {
            return $"« {name} » n’arrive pas dans cette situation";
        }

        if (EventData.Text(data, "mot") is not { } id
            || !(Bank.Stimuli.Any(s => string.Equals(s.Id, id, StringComparison.Ordinal)) || Bank.Training.Any(s => string.Equals(s.Id, id, StringComparison.Ordinal))))
        {
            return "le mot est inconnu dans cette situation";
        }

        return name is EventNames.WordJudged && EventData.Text(data, "reponse") is not ("francais" or "pasfrancais") ? "la réponse est francais ou pasfrancais" : null;
    }

    public override string? Settled(EventLine line) => line.Name is EventNames.WordJudged ? EventData.Text(line.Data, "mot") : null;
}

using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Eva;

/// <summary>What a person wrote at the end of livraison, as she wrote it.</summary>
public static class FreeText
{
    /// <summary>Null when nothing was written.</summary>
    public static string? Of(Evaluation evaluation) =>
        evaluation.Runs.SelectMany(r => r.Events).OrderBy(e => e.Position)
            .Where(e => string.Equals(e.Name, EventNames.Answered, StringComparison.Ordinal) && string.Equals(EventData.Text(e.Data, "question"), LivraisonBank.Current.Writing.Id, StringComparison.Ordinal))
            .Select(e => EventData.Text(e.Data, "reponse"))
            .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
}

using Beffroi.Chat.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat.Casework;

/// <summary>What waits, in words, and where it is done.</summary>
public static class OpenPointWords
{
    public static string Say(this OpenPoint point, Func<string, string> criterion, Lang l) => point.Reason switch
    {
        OpenReason.Question => l.Say("Répondre à la question\u00A0: ", "Answer the question: ") + Cut(point.Words),
        OpenReason.Criterion => l.Say("Se prononcer sur le critère\u00A0: ", "Judge the criterion: ") + criterion(point.Words),
        OpenReason.Step => l.Say("Avancer l’étape\u00A0: ", "Move the step on: ") + Cut(point.Words),
        OpenReason.Reaction => l.Say("Décider de la réaction\u00A0: ", "Decide of the reaction: ") + Cut(point.Words),
        OpenReason.Result => l.Say("Dire ce qu’a donné la réaction\u00A0: ", "Say what came of the reaction: ") + Cut(point.Words),
        OpenReason.Attribution => l.Say("Confirmer ou non l’attribution à\u00A0: ", "Back or not the attribution to: ") + Cut(point.Words),
        OpenReason.Alert => l.Say("Des partenaires n’ont pas accusé réception de l’alerte\u00A0: ", "Partners have not acknowledged the alert: ") + Cut(point.Words),
        OpenReason.Dossier => l.Say("Attendre ou relancer la plateforme\u00A0: ", "Wait for the platform, or remind it: ") + Cut(point.Words),
    };

    public static string Href(this OpenPoint point, Guid caseId, Lang l) => point.Reason switch
    {
        OpenReason.Question => $"{CasePart.Arguments.Address(l, caseId)}#l-{point.Id}",
        OpenReason.Criterion => CasePart.Criteria.Address(l, caseId) + "/" + point.Words,
        OpenReason.Step => $"{CasePart.Runs.Address(l, caseId)}/{point.Id}",
        OpenReason.Reaction or OpenReason.Result => $"{CasePart.Reactions.Address(l, caseId)}/{point.Id}",
        OpenReason.Attribution => $"{CasePart.Attribution.Address(l, caseId)}#l-{point.Id}",
        OpenReason.Alert => Addresses.Alert(l, caseId),
        OpenReason.Dossier => Addresses.Platforms(l, caseId),
    };

    static string Cut(string text)
    {
        const int Most = 100;
        var flat = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return flat.Length <= Most ? flat : flat[..Most].TrimEnd() + "…";
    }
}

using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Questions;

/// <summary>What is said after a training answer. The browser has no key: the words come with the choice, and a number is taken as written.</summary>
public static class TrainingFeedback
{
    public static string For(Item item, Draft draft)
    {
        if (draft.DontKnow)
        {
            return "Merci. Vous pouvez toujours répondre « Je ne sais pas ».";
        }

        var chosen = item.Choices.FirstOrDefault(choice => string.Equals(choice.Id, draft.ChoiceId, StringComparison.Ordinal));
        return chosen?.Feedback ?? item.Kind switch
        {
            ItemKind.Number => $"Vous répondez {Said(item, draft)}. Vous savez écrire un nombre.",
            ItemKind.Text => $"Vous écrivez « {draft.Text.Trim()} ». Vous savez écrire votre réponse.",
            ItemKind.Order => "Merci. Vous savez déplacer les morceaux.",
            ItemKind.Sort => "Merci. Vous savez ranger les étiquettes.",
            ItemKind.Zone => "Merci. Vous savez montrer un endroit.",
            ItemKind.Words => "Merci. Vous savez choisir un mot.",
            ItemKind.Choice or ItemKind.Writing => "Merci. Vous savez répondre.",
        };
    }

    private static string Said(Item item, Draft draft) => item.Unit is null ? draft.Text.Trim() : $"{draft.Text.Trim()} {item.Unit}";
}

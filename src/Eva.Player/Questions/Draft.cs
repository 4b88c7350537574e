using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Questions;

/// <summary>The answer being prepared: everything in it can change before it is validated.</summary>
public sealed class Draft(Item item)
{
    /// <summary>The server takes texts up to this length; a short message at work is a tenth of it.</summary>
    public const int LongestText = 1000;

    public string? ChoiceId { get; private set; }

    public string Text { get; private set; } = "";

    public bool DontKnow { get; private set; }

    /// <summary>What goes in the event: the choice, or the number or text as typed.</summary>
    public string? Value => DontKnow ? null : item.Kind == ItemKind.Choice ? ChoiceId : Text.Trim();

    /// <summary>What is missing before this answer can be sent, said kindly; null when nothing is.</summary>
    public string? Missing => (item.Kind, DontKnow) switch
    {
        (_, true) => null,
        (ItemKind.Choice, _) => ChoiceId is null ? "Choisissez une réponse. Ensuite, appuyez sur « Valider »." : null,
        (ItemKind.Number, _) => Text.Any(char.IsAsciiDigit) ? null : "Écrivez un nombre avec des chiffres. Ensuite, appuyez sur « Valider ».",
        (ItemKind.Writing, _) => Text.Trim().Length > 0 ? null : "Écrivez votre texte. Ou appuyez sur « Passer ».",
        _ => throw new InvalidOperationException($"The item {item.Id} has a kind that this player cannot show."),
    };

    public void Choose(string id) => (ChoiceId, DontKnow) = (id, false);

    public void ChooseDontKnow() => (ChoiceId, DontKnow) = (null, true);

    public void ChooseDontKnow(bool chosen) => DontKnow = chosen;

    /// <summary>Typing is choosing to answer.</summary>
    public void Type(string? text)
    {
        Text = text is null ? "" : text.Length <= LongestText ? text : text[..LongestText];
        DontKnow &= Text.Length == 0;
    }
}

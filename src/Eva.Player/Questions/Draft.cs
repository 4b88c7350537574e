using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Questions;

/// <summary>The answer being prepared: everything in it can change before it is validated.</summary>
public sealed class Draft
{
    /// <summary>The server takes texts up to this length; a short message at work is a tenth of it.</summary>
    public const int LongestText = 1000;

    private readonly Item _item;
    private bool _insists;

    public Draft(Item item)
    {
        _item = item;
        Row = new Row(item.Pieces.Select(piece => piece.Id));
        Boxes = new Boxes(item.Pieces, item.Slots);
        Picks = new Picks(item.Picks);
    }

    public string? ChoiceId { get; private set; }

    public string Text { get; private set; } = "";

    public bool DontKnow { get; private set; }

    /// <summary>Pieces in their order, of an item to order.</summary>
    public Row Row { get; }

    /// <summary>Pieces in their slots, of an item to sort.</summary>
    public Boxes Boxes { get; }

    /// <summary>Places or words pointed at.</summary>
    public Picks Picks { get; }

    /// <summary>What goes in the event: the choice, the number or text as typed, or the ids put together.</summary>
    public string? Value => DontKnow ? null : _item.Kind switch
    {
        ItemKind.Choice => ChoiceId,
        ItemKind.Number or ItemKind.Writing or ItemKind.Text => Text.Trim(),
        ItemKind.Order => Row.Value,
        ItemKind.Sort => Boxes.Value,
        ItemKind.Zone => Picks.Of(_item.Slots.Select(slot => slot.Id)),
        ItemKind.Words => Picks.Of(WordsOf.Numbers(_item)),
    };

    /// <summary>What is missing before this answer can be sent, said kindly; null when nothing is.</summary>
    public string? Missing => DontKnow ? null : _item.Kind switch
    {
        ItemKind.Choice => ChoiceId is null ? $"Choisissez une réponse. {Then}" : null,
        ItemKind.Number => Text.Any(char.IsAsciiDigit) ? null : $"Écrivez un nombre avec des chiffres. {Then}",
        ItemKind.Writing => Text.Trim().Length > 0 ? null : "Écrivez votre texte. Ou appuyez sur « Passer ».",
        ItemKind.Text => Text.Trim().Length > 0 ? null : $"Écrivez votre réponse. {Then}",
        ItemKind.Order => Row.Moved || _insists ? null : "Les morceaux sont comme au début. Déplacez-les. Ou appuyez encore sur « Valider ».",
        ItemKind.Sort => Boxes.Missing is { } missing && !(_insists && Boxes.Any) ? missing : null,
        ItemKind.Zone => Picks.Missing("endroit", Then),
        ItemKind.Words => Picks.Missing("mot", Then),
    };

    private static string Then => "Ensuite, appuyez sur « Valider ».";

    /// <summary>What looked missing was told: sent again as it is, it is the answer.</summary>
    public void Insist() => _insists = true;

    public void Choose(string id) => (ChoiceId, DontKnow) = (id, false);

    public void ChooseDontKnow() => (ChoiceId, DontKnow) = (null, true);

    public void ChooseDontKnow(bool chosen) => DontKnow = chosen;

    /// <summary>Typing is choosing to answer.</summary>
    public void Type(string? text)
    {
        Text = text is null ? "" : text.Length <= LongestText ? text : text[..LongestText];
        DontKnow &= Text.Length == 0;
    }

    /// <summary>Moving a piece or pointing at something is choosing to answer.</summary>
    public void Touch() => (DontKnow, _insists) = (false, false);
}

using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Questions;

/// <summary>How one answers, said in the help panel: only where it is not plain.</summary>
public static class HelpWords
{
    public static string? For(Item? item) => item?.Kind switch
    {
        ItemKind.Text when item.Dictation is not null => "Écoutez le mot. Écrivez seulement ce mot.",
        ItemKind.Order => "Touchez 1 morceau, puis touchez sa place. Les flèches montent ou descendent le morceau.",
        ItemKind.Sort => "Touchez 1 étiquette, puis touchez sa case. Touchez encore l’étiquette pour la changer de case.",
        ItemKind.Zone => "Touchez l’endroit sur l’image. Ou ouvrez « Choisir dans une liste ».",
        ItemKind.Words => "Touchez le mot dans le texte. Touchez-le encore pour le retirer.",
        ItemKind.Text or ItemKind.Choice or ItemKind.Number or ItemKind.Writing or null => null,
    };
}

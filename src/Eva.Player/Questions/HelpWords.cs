using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Questions;

/// <summary>How one answers, said in the help panel: only where it is not plain. A key of <see cref="Language"/>.</summary>
public static class HelpWords
{
    public static string? For(Item? item) => item?.Kind switch
    {
        ItemKind.Text when item.Dictation is not null => "aide.reponse.dictee",
        ItemKind.Order => "aide.reponse.ordre",
        ItemKind.Sort => "aide.reponse.cases",
        ItemKind.Zone => "aide.reponse.endroit",
        ItemKind.Words => "aide.reponse.mots",
        ItemKind.Text or ItemKind.Choice or ItemKind.Number or ItemKind.Writing or null => null,
    };
}

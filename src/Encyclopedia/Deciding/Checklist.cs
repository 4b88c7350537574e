using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Deciding;

/// <summary>What a reviewer vouches for before anything is published.</summary>
public static class Checklist
{
    public static readonly IReadOnlyList<string> Points = ["persons", "criteria", "sources", "judgement"];

    public static string Say(string point, Lang l) => point switch
    {
        "persons" => l.Say("Aucune personne privée n’est nommée ni reconnaissable", "No private person is named or can be recognised"),
        "criteria" => l.Say("Chaque critère est justifié par des éléments, et non par le bon sens", "Each criterion is justified by evidence, not by common sense"),
        "sources" => l.Say("Les faits ont une source que j’ai ouverte", "The facts have a source that I opened"),
        "judgement" => l.Say("Le texte décrit, il ne juge pas", "The text describes and does not judge"),
        _ => throw new ArgumentOutOfRangeException(nameof(point), point, "There is no such point."),
    };
}

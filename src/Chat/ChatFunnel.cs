using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>From the door to a room. What is written in rooms goes by an open line and is not counted here.</summary>
static class ChatFunnel
{
    public const string Key = "discussion";

    public static readonly Funnel Steps = new()
    {
        Key = Key, Label = "Discussion : entrer", Part = SitePart.Chat,
        Steps = [new("rejoindre", "Page « Rejoindre » ouverte"), new("entree", "Entrée dans une organisation"), new("salon", "Salon ouvert")],
    };
}

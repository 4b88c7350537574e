namespace Beffroi.Browser.Tests;

/// <summary>How a person acts on a screen. Whatever a hand cannot reach, that person cannot do.</summary>
public interface IHand
{
    Task Press(string button);

    /// <summary>Chooses one of several answers, by its words.</summary>
    Task Choose(string answer);

    Task Type(string label, string text);

    Task Tick(string box);

    /// <summary>A number in a game, by whatever means the hand has.</summary>
    Task TypeNumber(string number);

    /// <summary>Says whether the word on the screen is French.</summary>
    Task Judge(bool french);
}

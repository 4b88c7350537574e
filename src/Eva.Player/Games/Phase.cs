namespace Beffroi.Eva.Player.Games;

/// <summary>Where a play stands. Each phase is one screen.</summary>
public enum Phase
{
    Instruction,
    Training,

    /// <summary>Training is over: the person chooses when the game starts.</summary>
    Ready,
    Playing,

    /// <summary>Long games offer a rest in the middle.</summary>
    HalfWay,
    Finished,
}

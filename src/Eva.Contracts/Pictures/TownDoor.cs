namespace Beffroi.Eva.Contracts.Pictures;

public enum DoorState { Done, Current, Locked }

/// <summary>One door of the town map: the place's name and where the person stands with it.</summary>
public sealed record TownDoor(string Label, DoorState State);

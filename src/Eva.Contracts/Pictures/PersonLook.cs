namespace Beffroi.Eva.Contracts.Pictures;

public enum Hair { Short, Curly, Afro, Bob, Bun, None }
public enum Headgear { None, Cap, Headset, Helmet }
public enum Pose { Rest, Wave, Carry }

/// <summary>The few people whom the person meets again from door to door.</summary>
public enum CastName { Fatou, Linh, Marek, Yanis, Chantal, Ibrahim, Ines, Tomasz, Awa, Gerard, Lucie, Salim, Rose, Bao, Mael, Denise, Kofi }

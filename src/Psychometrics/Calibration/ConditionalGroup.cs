namespace Beffroi.Psychometrics;

/// <summary>People who answered the same items, counted by total score. Those with the lowest or the highest total are left out: their answers follow from it.</summary>
/// <param name="Items">Columns they answered, at least two.</param>
/// <param name="People">Number of people by total score, from 0.</param>
sealed record ConditionalGroup(int[] Items, int[] People);

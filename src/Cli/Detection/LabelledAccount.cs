using Beffroi.Detection;

namespace Beffroi.Cli.Detection;

/// <summary>An account of which people said whether a program runs it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Bot">Whether they said so.</param>
/// <param name="Set">The set that it comes from: what the file says, or the name of the file.</param>
/// <param name="Subset">The part of this set, as the file says; empty when it does not.</param>
/// <param name="Posts">Its posts, null when none are given.</param>
sealed record LabelledAccount(Account Account, bool Bot, string Set, string Subset, IReadOnlyList<Post>? Posts);

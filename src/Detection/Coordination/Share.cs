namespace Beffroi.Detection;

/// <summary>One account shares one object at one instant: the row from which coordination is computed.</summary>
/// <param name="ObjectId">What is shared: a reposted id, a canonical address, a text, a picture's hash. Never empty.</param>
/// <param name="AccountId">Who shares it.</param>
/// <param name="ContentId">The post that shares it.</param>
/// <param name="Timestamp">When, in whole seconds since 1970-01-01 UTC.</param>
public readonly record struct Share(string ObjectId, string AccountId, string ContentId, long Timestamp);

namespace Beffroi.Testing.Providers;

/// <summary>What a provider may get wrong, or somebody between it and us: one test turns one of them on.</summary>
public enum Slip
{
    None,
    WrongNonce,
    NoNonce,
    NoSubject,
    NoExpiry,
    WrongIssuer,
    WrongAudience,
    TwoAudiences,
    Expired,
    IssuedLongAgo,

    /// <summary>Signed by a key that the provider does not publish.</summary>
    StrangeKey,

    /// <summary>RS256 where ES256 was declared, by a key that is published.</summary>
    OtherAlgorithm,

    /// <summary>Not signed at all, and said so.</summary>
    NoAlgorithm,

    /// <summary>Signed with HS256 and the client's secret.</summary>
    SharedSecret,

    /// <summary>Signed with HS256 and the public key as the secret.</summary>
    PublicKeyAsSecret,

    /// <summary>A letter of the payload changed after the signature.</summary>
    Tampered,
    WeakAcr,
    NoAcr,
    UserInfoOfAnother,
    UserInfoByStrangeKey,
    UserInfoUnsigned,
    UserInfoAsJson,
    UserInfoForAnother,
    TokenRefused,
}

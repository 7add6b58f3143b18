package io.millwright.tenancy.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface MemberRepository extends Repository<MemberEntity, UUID> {

    MemberEntity save(MemberEntity member);

    Optional<MemberEntity> findByUserName(String userName);

    List<MemberEntity> findAllByOrderByUserName();

    void delete(MemberEntity member);
}
